import { BackLink } from '@/app/_ui/breadcrumb';
import { DateText } from '@/app/_ui/date-text';
import { EmptyState } from '@/app/_ui/empty-state';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { findWaitingLetters } from '@/lib/identity/confirmation-queries';
import { requireStaff } from '@/lib/web/session';

export const metadata = { title: 'Letters to print' };

export default async function LettersPage() {
  const ctx = await requireStaff('review_identity');
  const letters = await findWaitingLetters(ctx);
  return (
    <Main width="regular" before={<BackLink href="/staff/identity">Identity cases</BackLink>}>
      <PageTitle lead="Each has a code that proves a record. Print it, mail it the same day, then say so.">Letters to print</PageTitle>
      {letters.length === 0 ? (
        <EmptyState heading="No letters wait">Educators ask for one when the email address on their record is missing.</EmptyState>
      ) : (
        <ResponsiveTable
          caption={`${String(letters.length)} ${letters.length === 1 ? 'letter' : 'letters'}`}
          rows={letters}
          rowKey={(row) => row.id}
          columns={[
            { header: 'To', rowHeader: true, cell: (row) => <a href={`/staff/identity/letters/${row.id}`}>{row.name}</a> },
            { header: 'Asked for', cell: (row) => <DateText value={row.requestedOn} /> },
          ]}
        />
      )}
    </Main>
  );
}
