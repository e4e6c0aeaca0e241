import { requirementTitle, RequirementState } from '@/app/_ui/requirement-state';
import { SmallForm } from '@/app/_ui/form/small-form';
import { canDecide } from '@/lib/applications/policy';
import type { Requirement } from '@/lib/applications/requirement-model';
import { isOwed } from '@/lib/applications/requirement-rules';
import { inForce } from '@/lib/rulebook/rules';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import type { Desk } from '@/lib/staff/desk-queries';
import type { OpeningReason } from '@/lib/staff/model';
import type { FormValues } from '@/lib/web/form-state';
import { reviewAction } from './item-actions';
import { AskForPaperForm } from './ask-for-paper-form';
import { Files } from './files';
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
  return (
    <>
      <h2>What it needs</h2>
      {requirements.length === 0 && <p>Nothing beside the application itself.</p>}
      {requirements.map((item) => (
        <Item key={item.id} item={item}>
          <Files files={desk.files.filter(({ requirementId }) => requirementId === item.id)} {...fields} isNew={item.state === 'received'} />
          {isOpen && <JudgeForm {...fields} requirement={item.id} title={requirementTitle(item)} needsDay={needsDay(item)} held={held} />}
        </Item>
      ))}
      {isOpen && (
        <>
          <AskForPaperForm
            {...fields}
            held={held}
            papers={inForce(ruleSet.papers, dayInConnecticut(ctx.now)).map((paper) => ({ value: paper.key, label: requirementTitle({ paper, about: '' }) }))}
          />
          {isMissing && application.queuedOn && <SmallForm action={reviewAction} fields={fields} submit="Send the list of what is missing" />}
        </>
      )}
    </>
  );
}

function needsDay({ paper, receivedOn }: Requirement): boolean {
  return paper.owedBy !== 'bureau' && receivedOn === null;
}

function Item({ item, children }: { readonly item: Requirement; readonly children: React.ReactNode }) {
  return (
    <section className="cecs-card" aria-label={requirementTitle(item)}>
      <div className="cecs-card__heading">
        <h3>{requirementTitle(item)}</h3>
        <RequirementState item={item} waiting="Not here yet" />
      </div>
      {item.refusal && <p>{item.refusal}</p>}
      {item.note && <p className="cecs-quiet">{item.note}</p>}
      {children}
    </section>
  );
}
