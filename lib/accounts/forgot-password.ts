import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { stageMessage, type NewMessage } from '@/lib/mail/steps';
import type { Ctx } from '@/lib/shared/context';
import { emailAddress, emailKey } from '@/lib/shared/email-address';
import { normaliseCode } from '@/lib/shared/check-characters';
import { ok, type Result } from '@/lib/shared/result';
import { limits } from './rules';
import { findAccountByEmail, findAccountToSignIn } from './store';

/**
 * Mails a new temporary password by the sign-up mechanism; the old password works until the new one is set. An address
 * without an account is told so by mail; the page says the same for everyone.
 */
export async function forgotPassword(ctx: Ctx, input: { readonly username: string }): Promise<Result<void, never>> {
  return transact(ctx.actor, async (tx) => {
    const isAddress = input.username.includes('@');
    const owner = isAddress
      ? await findAccountByEmail(tx, input.username)
      : await findAccountToSignIn(tx, input.username);
    const subject = owner?.emailKey ?? (isAddress ? emailKey(input.username) : normaliseCode(input.username));
    if (!(await countWithin(tx, limits.forgotEmail, subject, ctx.now))) return ok();
    const message = writeTo(owner?.id, input.username, ctx.requestId);
    if (message) await stageMessage(tx, message, ctx.now);
    return ok();
  });
}

function writeTo(accountId: string | undefined, typed: string, dedupe: string): NewMessage | undefined {
  if (accountId) {
    return {
      kind: 'account_temporary_password',
      dedupeKey: `account_temporary_password:${dedupe}`,
      to: { accountId },
      payload: { purpose: 'forgot-password' },
    };
  }
  const address = emailAddress.safeParse(typed);
  return address.success
    ? { kind: 'no_account', dedupeKey: `no_account:${dedupe}`, to: { address: address.data } }
    : undefined;
}
