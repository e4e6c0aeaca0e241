import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { caseEvent, forIdentity, lockOpenCase, settleCase, tell, type CaseRefusal, type Settled } from './decision-steps';
import { canReviewIdentity } from './policy';
import { addressOf } from './wording-rules';

export type RejectCaseInput = { readonly reference: string; readonly reason: string };
export type RejectCaseError = CaseRefusal | 'not_allowed';

/** Says no, with a reason that whoever waits reads. Their account stays as it is, and they are told what they can do. */
export async function rejectCase(ctx: Ctx<Staff>, input: RejectCaseInput): Promise<Result<Settled, RejectCaseError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const decisionId = await settleCase(tx, ctx, opened.value, { kind: 'reject', reason: input.reason });
    const to = addressOf(opened.value);
    if (to) await tell(tx, 'identity_rejected', to, { decisionId, now: ctx.now });
    await recordAudit(tx, forIdentity(ctx), caseEvent('identity_case_settled', opened.value, { outcome: 'reject' }));
    return ok({ reference: input.reference });
  });
}
