import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import type { Ctx } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import { limits } from './rules';
import { stageAlreadyExists, stageTemporaryPassword, stageUsername } from './steps';
import { findSignUp, lockAccount } from './store';

export type ResendInput = { readonly signUpToken: string; readonly which: 'username' | 'temporary_password' };

/** Sends one of the two messages again, for the browser that created the account. */
export async function resendCredentials(
  ctx: Ctx,
  input: ResendInput,
): Promise<Result<void, 'not_found' | 'too_many_messages'>> {
  return transact(ctx.actor, async (tx) => {
    const started = await findSignUp(tx, input.signUpToken);
    const owner = started?.accountId ? await lockAccount(tx, started.accountId) : undefined;
    if (!started || !owner) return err('not_found');
    if (!(await countWithin(tx, limits.mailToAddress, emailKey(started.email), ctx.now))) return err('too_many_messages');
    const to = { accountId: owner.id, signUpId: started.id, occasion: `${started.id}:${ctx.requestId}` };
    if (owner.passwordSetAt) await stageAlreadyExists(tx, to, ctx.now);
    else if (input.which === 'username') await stageUsername(tx, to, ctx.now);
    else await stageTemporaryPassword(tx, to, ctx.now);
    return ok();
  });
}
