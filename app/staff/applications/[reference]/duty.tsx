import { Actions } from '@/app/_ui/actions';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { SmallForm } from '@/app/_ui/form/small-form';
import { canDecide, canIssue } from '@/lib/applications/policy';
import { owedSince } from '@/lib/fees/rules';
import { dueCents } from '@/lib/payments/rules';
import { isApplicationKind } from '@/lib/rulebook/model';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { formatCents } from '@/lib/shared/money';
import { formatReference } from '@/lib/shared/references';
import type { Desk } from '@/lib/staff/desk-queries';
import type { OpeningReason } from '@/lib/staff/model';
import { dutyOf, isAmountKnown, type Duty as DutyName } from '@/lib/staff/rules';
import type { FormValues } from '@/lib/web/form-state';
import { issueAction } from './actions';
import { DecideForm } from './decide-form';

type DutyProps = {
  readonly desk: Desk;
  readonly ctx: Ctx<Staff>;
  readonly openedFor: OpeningReason;
  readonly held: FormValues | undefined;
};

/** What there is to do now, or what is missing, in words. */
export function Duty({ desk, ctx, openedFor, held }: DutyProps) {
  const { application } = desk.view;
  const duty = dutyOf(factsOf(desk, dayInConnecticut(ctx.now)));
  const fields = { reference: application.reference, openedFor };
  return (
    <Card heading={headings[duty]}>
      <Decided desk={desk} />
      {duty !== 'decide' && duty !== 'issue' && <p>{waiting(duty, desk)}</p>}
      {duty === 'decide' && !canDecide(ctx.actor) && <p>A reviewer decides. Your role sees it only.</p>}
      {duty === 'decide' && canDecide(ctx.actor) && <DecideForm {...fields} initialValues={held} />}
      {duty === 'issue' && !canIssue(ctx.actor) && <p>Approved and paid in full. A reviewer issues it.</p>}
      {duty === 'issue' && canIssue(ctx.actor) && <Issue kind={application.kind} fields={fields} />}
      {desk.issuedNumber && (
        <Actions>
          <ButtonLink href={`/check/${desk.issuedNumber}`} look="secondary">
            {`Certificate ${formatReference(desk.issuedNumber)}`}
          </ButtonLink>
        </Actions>
      )}
    </Card>
  );
}

const headings: Readonly<Record<DutyName, string>> = {
  wait_for_payment: 'Waiting for the payment',
  decide: 'Decide',
  wait_for_identity: 'Waiting for the identity case',
  wait_for_amount: 'Waiting for an amount',
  wait_for_balance: 'Waiting for the balance',
  issue: 'Ready to issue',
  nothing: 'Nothing left to do',
};

function waiting(duty: DutyName, { view }: Desk): string {
  const due = formatCents(dueCents(view.obligations));
  const confirming = view.isConfirming ? ' A card payment is being confirmed.' : '';
  switch (duty) {
    case 'wait_for_payment':
      return `The educator still owes ${due}. The application joins the queue on the day it is paid.${confirming}`;
    case 'wait_for_identity':
      return 'It is not linked to a record yet, so a certificate has nobody to be issued to.';
    case 'wait_for_amount':
      return 'No source states what this costs. An authorised person has to publish the amount before it can be issued.';
    case 'wait_for_balance':
      return `The educator still owes ${due}. The certificate can be issued when it is paid.${confirming}`;
    default:
      return 'This application is closed.';
  }
}

function Decided({ desk }: { desk: Desk }) {
  const { decision } = desk.view;
  if (!decision) return null;
  return (
    <>
      <p>
        {decision.outcome === 'approved' ? 'Approved' : 'Denied'} by {desk.decidedBy}, <DateText value={decision.decidedAt} />.
      </p>
      {decision.reason && <blockquote className="cecs-written">{decision.reason}</blockquote>}
    </>
  );
}

function Issue({ kind, fields }: { kind: string; fields: Readonly<Record<string, string>> }) {
  const isCopy = kind === 'duplicate';
  return (
    <>
      <p>
        {isCopy
          ? 'Approved and paid. Print the duplicate, mail it, then close the application here.'
          : 'Approved and paid in full. The educator is told by email and can print it at once.'}
      </p>
      <SmallForm action={issueAction} fields={fields} submit={isCopy ? 'Duplicate mailed: close' : 'Issue certificate'} look="primary" />
    </>
  );
}

function factsOf({ view }: Desk, today: Day) {
  const { application, decision, obligations, ruleSet } = view;
  const { kind, submittedAt, endorsementCodes } = application;
  const quoted =
    isApplicationKind(kind) && submittedAt
      ? owedSince({ kind, day: dayInConnecticut(submittedAt), ruleSet, endorsements: endorsementCodes }, today)
      : undefined;
  return {
    status: application.status,
    decision: decision?.outcome ?? null,
    isQueued: application.queuedOn !== null,
    hasPerson: application.personId !== null,
    isAmountKnown: quoted !== undefined && isAmountKnown(obligations.length, quoted),
    isPaidInFull: obligations.every((one) => one.openCents <= 0),
  };
}
