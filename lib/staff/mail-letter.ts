import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { findLetterSubject, markLetterMailed } from '@/lib/identity/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { canReviewIdentity } from './policy';

/** The letter is in the mail: from now its code can be used, for 21 days. */
export async function mailLetter(ctx: Ctx<Staff>, input: { readonly id: string }): Promise<Result<void, 'not_allowed' | 'not_found'>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const personId = await findLetterSubject(tx, input.id);
    if (!personId || !(await markLetterMailed(tx, input.id, ctx.actor.accountId, ctx.now))) return err('not_found');
    await recordAudit(tx, ctx, { type: 'letter_mailed', subject: { kind: 'person', id: personId } });
    return ok();
  });
}
