import { findFileOfItem } from '@/lib/documents/paper-queries';
import { isUuid } from '@/lib/shared/uuid';
import { openedFor } from '@/lib/staff/model';
import { openApplication } from '@/lib/staff/open-application';
import { defineStaffFile } from '@/lib/web/define-staff-file';

/** What the applicant sent for an item, as it came. Opening it is opening the application, and written down as that. */
export const GET = defineStaffFile(async (ctx, { reference = '', document = '', openedFor: reason }) => {
  const found = isUuid(document) ? await findFileOfItem(ctx, { id: document, reference }) : undefined;
  const opened = found && (await openApplication(ctx, { reference, openedFor: openedFor.parse(reason) }));
  return opened?.ok ? found : undefined;
});
