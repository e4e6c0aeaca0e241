import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { createAccount, type SignUpStarted } from './create-account';
import { endSessions, findSignUp, lockAccount, saveAccount } from './store';

export type CorrectAddressInput = { readonly signUpToken: string; readonly email: string };

/**
 * "I mistyped my address": starts again with the right one and the same names, and closes the account made under the wrong
 * one, if nobody has signed in to it. What was typed for an address that someone else already uses is simply left.
 */
export async function correctAddress(
  ctx: Ctx,
  input: CorrectAddressInput,
): Promise<Result<SignUpStarted, 'not_found'>> {
  const closed = await transact(ctx.actor, async (tx) => {
    const started = await findSignUp(tx, input.signUpToken);
    const owner = started?.accountId ? await lockAccount(tx, started.accountId) : undefined;
    if (!started || !owner) return err('not_found');
    if (!owner.passwordSetAt && !owner.closedAt && owner.createdAt.getTime() === started.createdAt.getTime()) {
      await saveAccount(tx, owner.id, { closedAt: ctx.now });
      await endSessions(tx, { accountId: owner.id, because: 'address_corrected' }, ctx.now);
      await recordAudit(tx, ctx, { type: 'sign_up_address_corrected', subject: { kind: 'account', id: owner.id } });
    }
    return ok({ firstName: started.firstName, lastName: started.lastName });
  });
  if (!closed.ok) return closed;
  return createAccount(ctx, { ...closed.value, email: input.email, verifyEmail: input.email });
}
