import { clearCount, countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { verifyPassword } from './passwords';
import { limits, stageAfterPassword } from './rules';
import { openSession, type OpenedSession } from './steps';
import { findAccountToSignIn, findTemporaryPassword, lockAccount, type AccountRow } from './store';

export type SignInInput = { readonly username: string; readonly password: string };
export type SignInError = 'wrong_username_or_password' | 'too_many_attempts' | 'temporary_password_spent';

/**
 * Signs in with a username (or proved address) and a personal or temporary password. An unknown username costs the same
 * work and gets the same words. The temporary password of an email is never locked out: it is the way back in.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<Result<OpenedSession, SignInError>> {
  const found = await lookUp(ctx, input);
  if (!found.ok) return found;
  const { owner, temporary, isWithinLimit } = found.value;
  const isRight = await verifyPassword(input.password, isWithinLimit ? owner?.passwordHash : undefined);
  if (!owner) return err('wrong_username_or_password');
  if (temporary?.isLive) return open(ctx, owner, 'set_password');
  if (temporary) return err('temporary_password_spent');
  if (!isWithinLimit) return err('too_many_attempts');
  if (!isRight) return err('wrong_username_or_password');
  return open(ctx, owner, stageAfterPassword(owner.kind));
}

// Counted in a transaction of its own, so that a wrong guess stays counted.
function lookUp(ctx: Ctx, input: SignInInput) {
  return transact(ctx.actor, async (tx) => {
    const owner = await findAccountToSignIn(tx, input.username);
    const isWithinLimit = await countWithin(tx, limits.signInAccount, owner?.id ?? input.username.toLowerCase(), ctx.now);
    const temporary = owner ? await findTemporaryPassword(tx, owner.id, input.password, ctx.now) : undefined;
    return ok({ owner, temporary, isWithinLimit });
  });
}

async function open(
  ctx: Ctx,
  owner: AccountRow,
  stage: OpenedSession['stage'],
): Promise<Result<OpenedSession, SignInError>> {
  return transact(ctx.actor, async (tx) => {
    const still = await lockAccount(tx, owner.id);
    if (!still || still.closedAt || still.passwordHash !== owner.passwordHash) return err('wrong_username_or_password');
    await clearCount(tx, limits.signInAccount, owner.id);
    const opened = await openSession(tx, owner.id, stage, ctx.now);
    await recordAudit(tx, ctx, {
      type: 'signed_in',
      subject: { kind: 'account', id: owner.id },
      details: { stage, sessionId: opened.sessionId },
    });
    return ok(opened);
  });
}
