import { findDocument } from '@/lib/documents/queries';
import { isUuid } from '@/lib/shared/uuid';
import { openDocument } from '@/lib/staff/open-document';
import { defineStaffFile } from '@/lib/web/define-staff-file';

/** What somebody sent for this case, as it came. */
export const GET = defineStaffFile(async (ctx, { reference = '', document = '' }) => {
  const found = isUuid(document) ? await findDocument(ctx, { id: document, reference }) : undefined;
  const opened = found && (await openDocument(ctx, { reference }));
  return opened?.ok ? found : undefined;
});
