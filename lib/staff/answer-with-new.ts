import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { createTyped, linkByStaff } from '@/lib/identity/review-steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { attachApplications } from './application-steps';
import {
  caseEvent,
  forIdentity,
  lockOpenCase,
  lockWhoeverWaits,
  personEvent,
  settleCase,
  tell,
  type CaseRefusal,
  type Settled,
} from './decision-steps';
import { findRegistration } from './identity-store';
import { canReviewIdentity } from './policy';

export type AnswerWithNewInput = { readonly reference: string; readonly reason: string };
export type AnswerWithNewError = CaseRefusal | 'not_allowed' | 'no_account' | 'already_linked' | 'nothing_typed' | 'ssn_on_record';

/** None of the records is theirs: what they typed becomes a person with a new EIN, and theirs. */
export async function answerWithNew(ctx: Ctx<Staff>, input: AnswerWithNewInput): Promise<Result<Settled, AnswerWithNewError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const waiting = await lockWhoeverWaits(tx, opened.value);
    if (!waiting.ok) return waiting;
    const typed = await findRegistration(tx, opened.value.registrationId);
    if (!typed) return err('nothing_typed');
    const made = await createTyped(tx, typed, ctx.now);
    if (!made) return err('ssn_on_record');
    const { accountId } = waiting.value;
    const { personId } = made;
    const claimId = must(await linkByStaff(tx, { ...waiting.value, personId }, ctx.now), 'the claim on a record just made');
    const undo = { applications: await attachApplications(tx, accountId, personId) };
    const outcome = { kind: 'new', reason: input.reason, personId, claimId, undo } as const;
    const decisionId = await settleCase(tx, ctx, opened.value, outcome);
    await tell(tx, 'identity_answered', { accountId }, { decisionId, now: ctx.now });
    await recordAudit(
      tx,
      forIdentity(ctx),
      personEvent('person_created', personId, { by: 'staff' }),
      caseEvent('identity_case_settled', opened.value, { outcome: 'new' }),
    );
    return ok({ reference: input.reference });
  });
}
