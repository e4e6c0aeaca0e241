import { DateText } from '@/app/_ui/date-text';
import { EmptyState } from '@/app/_ui/empty-state';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag } from '@/app/_ui/tag';
import { findOpenCases, type OpenCase } from '@/lib/identity/case-queries';
import { dayInConnecticut, daysBetween, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { requireStaff } from '@/lib/web/session';
import { caseKinds } from './wording';

export const metadata = { title: 'Identity cases' };

export default async function CasesPage() {
  const ctx = await requireStaff('review_identity');
  const cases = await findOpenCases(ctx);
  const today = dayInConnecticut(ctx.now);
  return (
    <Main width="wide">
      <PageTitle lead="People whose record could not be found for certain, the oldest first. Each was promised an answer by a date.">
        Identity cases
      </PageTitle>
      {cases.length === 0 ? (
        <EmptyState heading="No open cases">A case opens when somebody registers and their record is not certain.</EmptyState>
      ) : (
        <CaseTable cases={cases} today={today} />
      )}
    </Main>
  );
}

function CaseTable({ cases, today }: { cases: readonly OpenCase[]; today: Day }) {
  return (
    <ResponsiveTable
      caption={`${cases.length} open ${cases.length === 1 ? 'case' : 'cases'}`}
      rows={cases}
      rowKey={(row) => row.reference}
      columns={[
        { header: 'Case', rowHeader: true, cell: (row) => <Reference reference={row.reference} /> },
        { header: 'What', cell: (row) => caseKinds[row.kind].title },
        { header: 'Who waits', cell: (row) => row.name ?? 'Nobody' },
        { header: 'Opened', cell: (row) => <Opened on={row.openedOn} today={today} /> },
        { header: 'Promised by', cell: (row) => <Promised by={row.promisedBy} today={today} /> },
      ]}
    />
  );
}

function Reference({ reference }: { reference: string }) {
  return (
    <a href={`/staff/identity/${reference}`}>
      <span className="cecs-reference">{formatReference(reference)}</span>
    </a>
  );
}

function Opened({ on, today }: { on: Day; today: Day }) {
  const age = daysBetween(on, today);
  return (
    <>
      <DateText value={on} />
      <br />
      <small>{age === 0 ? 'today' : `${age} ${age === 1 ? 'day' : 'days'} ago`}</small>
    </>
  );
}

function Promised({ by, today }: { by: Day; today: Day }) {
  return (
    <>
      <DateText value={by} /> {by < today && <StatusTag tone="error">Overdue</StatusTag>}
    </>
  );
}
