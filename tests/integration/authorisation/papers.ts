import { randomUUID } from 'node:crypto';
import { uploadPaper } from '@/lib/payments/upload-paper';
import type { Ctx, Educator, Staff, Worker } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { receivePaper } from '@/lib/staff/receive-paper';
import { reviewApplication } from '@/lib/staff/review-application';
import { scanDocument } from '@/lib/staff/scan-document';
import { outcome } from '@/tests/support/accounts';
import type { Guarded } from './table';

const owners = { rule: 'guarded', takes: ['educator'], may: ['owner'], refusal: 'not_found' } as const;
const staff = { rule: 'guarded', takes: ['staff'], refusal: 'not_allowed' } as const;
const reviewers = ['reviewer', 'supervisor', 'administrator'] as const;
const asOwner = (ctx: Ctx) => ctx as Ctx<Educator>;
const asStaff = (ctx: Ctx) => ctx as Ctx<Staff>;

/** What an application needs: asked, sent, received, judged. */
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
  'staff/ask-for-paper': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await askForPaper(asStaff(ctx), { reference, paper: 'transcripts', about: randomUUID() })),
  },
  'staff/judge-requirement': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await judgeRequirement(asStaff(ctx), { reference, requirement: randomUUID(), verdict: 'accepted' })),
  },
  'staff/receive-paper': {
    ...{ ...staff, may: [...reviewers, 'cashier'], about: 'queued' },
    ask: async (ctx, { reference }) =>
      outcome(await receivePaper(asStaff(ctx), { reference, requirement: randomUUID(), receivedOn: day('2026-11-24'), how: 'mail' })),
  },
  'staff/review-application': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await reviewApplication(asStaff(ctx), { reference })),
  },
};
