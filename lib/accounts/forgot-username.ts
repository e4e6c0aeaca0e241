import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { ok, type Result } from '@/lib/shared/result';
import { limits } from './rules';
import { findAccountByEmail } from './store';

/** Writes to the address either way: with the username, or to say that no account uses it. The page says the same. */
export async function forgotUsername(ctx: Ctx, input: { readonly email: string }): Promise<Result<void, never>> {
  return transact(ctx.actor, async (tx) => {
    const owner = await findAccountByEmail(tx, input.email);
    if (!(await countWithin(tx, limits.forgotEmail, emailKey(input.email), ctx.now))) return ok();
    const dedupe = ctx.requestId;
    const message = owner
      ? { kind: 'username_reminder', dedupeKey: `username_reminder:${dedupe}`, to: { accountId: owner.id } }
      : { kind: 'no_account', dedupeKey: `no_account:${dedupe}`, to: { address: input.email } };
    await stageMessage(tx, message, ctx.now);
    return ok();
  });
}
