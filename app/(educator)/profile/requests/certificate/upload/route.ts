import { receiveDocument } from '@/lib/documents/receive-document';
import { findMyOpenRequest } from '@/lib/identity/request-queries';
import { err } from '@/lib/shared/result';
import { defineUpload } from '@/lib/web/define-upload';

export const POST = defineUpload(async (ctx, file) => {
  const caseId = await findMyOpenRequest(ctx, 'certificate_problem');
  return caseId ? receiveDocument(ctx, { caseId, file }) : err('no_open_request');
}, () => '/profile/requests/certificate');
