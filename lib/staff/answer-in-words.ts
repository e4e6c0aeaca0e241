import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { caseEvent, forIdentity, lockOpenCase, settleCase, tell, type CaseRefusal, type Settled } from './decision-steps';
import { canReviewIdentity } from './policy';
import { addressOf } from './wording-rules';

/** `answer`: what was asked is done, or explained. `reject`: it cannot be done. */
export type AnswerInWordsInput = { readonly reference: string; readonly outcome: 'answer' | 'reject'; readonly words: string };
export type AnswerInWordsError = CaseRefusal | 'not_allowed';

/** Closes a case with words that whoever waits reads. Their account stays as it is, and a no says what they can do. */
export async function answerInWords(ctx: Ctx<Staff>, input: AnswerInWordsInput): Promise<Result<Settled, AnswerInWordsError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  const { outcome } = input;
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const decisionId = await settleCase(tx, ctx, opened.value, { kind: outcome, reason: input.words });
    const to = addressOf(opened.value);
    if (to) await tell(tx, outcome === 'answer' ? 'identity_done' : 'identity_rejected', to, { decisionId, now: ctx.now });
    await recordAudit(tx, forIdentity(ctx), caseEvent('identity_case_settled', opened.value, { outcome }));
    return ok({ reference: input.reference });
  });
}
