import { Actions } from '@/app/_ui/actions';
import { ButtonLink } from '@/app/_ui/button';
import { DateText } from '@/app/_ui/date-text';
import { EmptyState } from '@/app/_ui/empty-state';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import type { RuleSet } from '@/lib/rulebook/model';
import { dayInConnecticut } from '@/lib/shared/days';
import { rowOn } from '@/lib/staff/rule-change-rules';
import { findRuleChanges, type RuleChangeView } from '@/lib/staff/rule-change-queries';
import { requireStaff } from '@/lib/web/session';
import { Done } from '@/app/staff/done';
import { ruleSentences } from './done-sentences';
import { InForce } from './in-force';
import { ChangeState } from './state';
import { subjectOf, valueOf } from './wording';

export const metadata = { title: 'Rules' };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function RulesPage({ searchParams }: Props) {
  const ctx = await requireStaff('draft_rules');
  const { done } = await searchParams;
  const { changes, ruleSet } = await findRuleChanges(ctx);
  const today = dayInConnecticut(ctx.now);
  return (
    <Main width="wide">
      <PageTitle lead="A change is drafted by one person, approved by another, and begins on a day to come. Applications keep the rules of the day they were submitted.">
        Rules
      </PageTitle>
      <Done done={done} sentences={ruleSentences} />
      <Actions>
        <ButtonLink href="/staff/rules/new">Draft a change</ButtonLink>
      </Actions>
      <h2>Changes</h2>
      {changes.length === 0 && <EmptyState heading="No changes yet">What is in force came with the system. Changes that staff draft appear here.</EmptyState>}
      {changes.length > 0 && <ChangeTable changes={changes} ruleSet={ruleSet} />}
      <h2>In force today</h2>
      <InForce ruleSet={ruleSet} today={today} />
      <p className="cecs-quiet">Version of the rules: {ruleSet.version}</p>
    </Main>
  );
}

function ChangeTable({ changes, ruleSet }: { readonly changes: readonly RuleChangeView[]; readonly ruleSet: RuleSet }) {
  return (
    <ResponsiveTable
      caption={`${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, the latest first`}
      rows={changes}
      rowKey={(row) => row.id}
      columns={[
        { header: 'Change', rowHeader: true, cell: (row) => <a href={`/staff/rules/${row.id}`}>{`${row.number}: ${subjectOf(row.what, row.key, ruleSet)}`}</a> },
        { header: 'To', cell: (row) => valueOf(row.what, row.values, rowOn(row, ruleSet, row.fromDay)?.unit) },
        { header: 'From', cell: (row) => <DateText value={row.fromDay} /> },
        { header: 'Who', cell: (row) => <Who row={row} /> },
        { header: 'State', cell: (row) => <ChangeState state={row.state} /> },
      ]}
    />
  );
}

function Who({ row: { drafter, approver, withdrawer } }: { readonly row: RuleChangeView }) {
  const lines = [`Drafted by ${drafter}`, ...(approver ? [`Approved by ${approver}`] : []), ...(withdrawer ? [`Withdrawn by ${withdrawer}`] : [])];
  return lines.map((line) => <div key={line}>{line}</div>);
}
