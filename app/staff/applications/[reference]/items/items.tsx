import { requirementTitle, RequirementState } from '@/app/_ui/requirement-state';
import { ResponsiveTable } from '@/app/_ui/responsive-table';
import { SmallForm } from '@/app/_ui/form/small-form';
import { canDecide } from '@/lib/applications/policy';
import type { Requirement } from '@/lib/applications/requirement-model';
import { isMet, isOwed } from '@/lib/applications/requirement-rules';
import { inForce } from '@/lib/rulebook/rules';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import type { Desk } from '@/lib/staff/desk-queries';
import type { OpeningReason } from '@/lib/staff/model';
import type { FormValues } from '@/lib/web/form-state';
import { Files } from '@/app/staff/applications/[reference]/files';
import { reviewAction } from './actions';
import { AskForPaperForm } from './ask-for-paper-form';
import { JudgeForm } from './judge-form';

type ItemsProps = {
  readonly desk: Desk;
  readonly ctx: Ctx<Staff>;
  readonly openedFor: OpeningReason;
  readonly held: FormValues | undefined;
};

/** The list the applicant sees, with what the desk makes of each item. */
export function Items({ desk, ctx, openedFor, held }: ItemsProps) {
  const { requirements, application, decision, ruleSet } = desk.view;
  const fields = { reference: application.reference, openedFor };
  const isOpen = decision === null && application.closedAt === null && canDecide(ctx.actor);
  const isMissing = requirements.some(({ state, paper }) => isOwed(state, paper.owedBy));
  const papers = inForce(ruleSet.papers, dayInConnecticut(ctx.now));
  return (
    <>
      <h2>What it needs</h2>
      <List items={requirements} />
      {requirements.map((item) => (
        <Files key={item.id} item={item} files={desk.files.filter(({ requirementId }) => requirementId === item.id)} {...fields} />
      ))}
      {isOpen && requirements.length > 0 && <JudgeForm {...fields} items={openFirst(requirements).map(asOption)} held={held} />}
      {isOpen && (
        <AskForPaperForm {...fields} held={held} papers={papers.map((paper) => ({ value: paper.key, label: requirementTitle({ paper, about: '' }) }))} />
      )}
      {isOpen && isMissing && application.queuedOn && <SmallForm action={reviewAction} fields={fields} submit="Send the list of what is missing" />}
    </>
  );
}

function List({ items }: { readonly items: readonly Requirement[] }) {
  if (items.length === 0) return <p>Nothing beside the application itself.</p>;
  return (
    <ResponsiveTable
      caption="Papers, statements and checks"
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        { header: 'Item', rowHeader: true, cell: (item) => requirementTitle(item) },
        { header: 'Status', cell: (item) => <RequirementState item={item} waiting="Not here yet" /> },
        { header: 'Said to the applicant', wide: true, cell: (item) => [item.refusal, item.note].filter(Boolean).join(' ') || '–' },
      ]}
    />
  );
}

function asOption(item: Requirement) {
  return { value: item.id, label: requirementTitle(item) };
}

function openFirst(items: readonly Requirement[]): Requirement[] {
  return items.toSorted((one, other) => Number(isMet(one.state)) - Number(isMet(other.state)));
}
