import { receiveDocument } from '@/lib/documents/receive-document';
import { kindOfFile } from '@/lib/documents/rules';
import { offerDocument } from '@/lib/identity/offer-document';
import { defineUpload } from '@/lib/web/define-upload';

export const POST = defineUpload(async (ctx, file) => {
  const kind = kindOfFile(file);
  if (!kind.ok) return kind;
  const offered = await offerDocument(ctx);
  return offered.ok ? receiveDocument(ctx, { caseId: offered.value.caseId, file }) : offered;
}, () => '/confirm');
