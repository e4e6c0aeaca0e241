import { Actions } from '@/app/_ui/actions';
import { ButtonLink } from '@/app/_ui/button';
import { DateText } from '@/app/_ui/date-text';
import { EmptyState } from '@/app/_ui/empty-state';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { StatusTag } from '@/app/_ui/tag';
import { findWaitingLetters } from '@/lib/identity/confirmation-queries';
import { findOpenCases, type CaseKind, type OpenCase } from '@/lib/identity/case-queries';
import { dayInConnecticut, daysBetween, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { findProposals } from '@/lib/staff/decision-queries';
import { requireStaff } from '@/lib/web/session';
import { CaseFilter } from './case-filter';
import { Done } from '@/app/staff/done';
import { identitySentences } from './done-sentences';
import { caseKinds } from './wording';

export const metadata = { title: 'Identity cases' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CasesPage({ searchParams }: Props) {
  const ctx = await requireStaff('review_identity');
  const asked = await searchParams;
  const kind = kindOf(asked.kind);
  const filter = { kind, isOverdue: asked.overdue === 'yes', isProposedByMe: asked.mine === 'yes' };
  const cases = await findOpenCases(ctx, filter);
  const waiting = (await findProposals(ctx)).length;
  const letters = (await findWaitingLetters(ctx)).length;
  const today = dayInConnecticut(ctx.now);
  const isFiltered = kind !== undefined || filter.isOverdue || filter.isProposedByMe;
  return (
    <Main width="wide">
      <PageTitle lead="People whose record could not be found for certain, the oldest first. Each was promised an answer by a date.">
        Identity cases
      </PageTitle>
      <Done done={asked.done} sentences={identitySentences} />
      <Actions>
        <ButtonLink look="secondary" href="/staff/identity/proposals">
          {`Waiting for a second person: ${waiting}`}
        </ButtonLink>
        <ButtonLink look="secondary" href="/staff/identity/letters">
          {`Letters to print: ${letters}`}
        </ButtonLink>
        <ButtonLink look="secondary" href="/staff/identity/merge">
          Make one record of two
        </ButtonLink>
      </Actions>
      <CaseFilter kind={kind} isOverdue={filter.isOverdue} isProposedByMe={filter.isProposedByMe} />
      {cases.length > 0 && <CaseTable cases={cases} today={today} />}
      {cases.length === 0 && isFiltered && <EmptyState heading="No open case is like that">Show all to see the others.</EmptyState>}
      {cases.length === 0 && !isFiltered && (
        <EmptyState heading="No open cases">A case opens when somebody registers and their record is not certain.</EmptyState>
      )}
    </Main>
  );
}

function kindOf(asked: string | string[] | undefined): CaseKind | undefined {
  return (Object.keys(caseKinds) as CaseKind[]).find((kind) => kind === asked);
}

function CaseTable({ cases, today }: { cases: readonly OpenCase[]; today: Day }) {
  return (
    <ResponsiveTable
      caption={`${cases.length} open ${cases.length === 1 ? 'case' : 'cases'}`}
      rows={cases}
      rowKey={(row) => row.reference}
      columns={[
        { header: 'Case', rowHeader: true, cell: (row) => <Reference reference={row.reference} /> },
        { header: 'What', cell: (row) => <What row={row} /> },
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

function What({ row }: { row: OpenCase }) {
  return (
    <>
      {caseKinds[row.kind].title} {row.isAsked && <StatusTag tone="info">Asked for a document</StatusTag>}
    </>
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
