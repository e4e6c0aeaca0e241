import { EducatorShell } from '@/app/(educator)/educator-shell';
import { findHome } from '@/lib/payments/home-queries';
import { dayInConnecticut } from '@/lib/shared/days';
import { requireEducator } from '@/lib/web/session';
import { applicationRows } from './application-rows';
import { certificateRows } from './certificate-rows';
import { HomeView } from './home-view';

export const metadata = { title: 'Home' };

/** The page everybody sees first and most. Not in (educator): a layout of its own would be a tenth of its cost (docs/benchmark.md). */
export default async function HomePage() {
  const ctx = await requireEducator();
  const { record, openCase, ...home } = await findHome(ctx);
  const isFull = record?.strength === 'full';
  return (
    <EducatorShell>
      <HomeView
        record={record && { ein: record.ein, firstName: record.firstName, lastName: record.lastName, isFull }}
        openCase={openCase && { reference: openCase.reference, promisedBy: openCase.promisedBy }}
        certificates={certificateRows({ ...home, canPrint: isFull, day: dayInConnecticut(ctx.now) })}
        applications={applicationRows(home)}
      />
    </EducatorShell>
  );
}
