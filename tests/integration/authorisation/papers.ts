import { randomUUID } from 'node:crypto';
import { uploadPaper } from '@/lib/payments/upload-paper';
import type { Ctx, Educator, Worker } from '@/lib/shared/context';
import { scanDocument } from '@/lib/staff/scan-document';
import { outcome } from '@/tests/support/accounts';
import type { Guarded } from './table';

const owners = { rule: 'guarded', takes: ['educator'], may: ['owner'], refusal: 'not_found' } as const;
const asOwner = (ctx: Ctx) => ctx as Ctx<Educator>;

/** What is sent for an item of an application, and what is made of the file. */
export const papers: Readonly<Record<string, Guarded>> = {
  'staff/scan-document': {
    ...{ rule: 'guarded', takes: ['worker'], refusal: 'not_allowed', may: ['worker'], about: 'asked' },
    ask: async (ctx) => outcome(await scanDocument(ctx as Ctx<Worker>, { documentId: randomUUID(), address: 'localhost:1' })),
  },
  'payments/upload-paper': {
    ...{ ...owners, about: 'asked' },
    ask: async (ctx, { reference, item = '' }) => {
      const file = { fileName: 'scores.pdf', content: Buffer.from('%PDF-1.7 scores') };
      return outcome(await uploadPaper(asOwner(ctx), { reference, item, file }));
    },
  },
};
