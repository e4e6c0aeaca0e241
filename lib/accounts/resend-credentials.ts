import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import { limits } from './rules';
import { stageTemporaryPassword, stageUsername } from './steps';
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
    const dedupe = `${started.id}:${ctx.requestId}`;
    if (owner.passwordSetAt) {
      const message = { kind: 'account_already_exists', dedupeKey: `account_already_exists:${dedupe}`, signUpId: started.id };
      await stageMessage(tx, { ...message, to: { accountId: owner.id } }, ctx.now);
    } else if (input.which === 'username') {
      await stageUsername(tx, owner, started.id, dedupe, ctx.now);
    } else {
      await stageTemporaryPassword(tx, owner, started.id, dedupe, ctx.now);
    }
    return ok();
  });
}
