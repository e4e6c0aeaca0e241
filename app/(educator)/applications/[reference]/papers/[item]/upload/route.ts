import { uploadPaper } from '@/lib/payments/upload-paper';
import { defineUpload } from '@/lib/web/define-upload';

export const POST = defineUpload(
  (ctx, file, { reference = '', item = '' }) => uploadPaper(ctx, { reference, item, file }),
  ({ reference = '', item = '' }) => `/applications/${encodeURIComponent(reference)}/papers/${encodeURIComponent(item)}`,
);
