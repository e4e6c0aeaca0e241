import { countWithin } from '@/db/limits';
import { read, transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { commonPasswords, hashPassword, verifyPassword } from './passwords';
import { refusePassword, type PasswordRefusal } from './password-rules';
import { limits } from './rules';
import { stagePasswordChanged } from './stage-notices';
import { renewSession, type OpenedSession } from './steps';
import { findAccount, lockAccount, saveAccount } from './store';

export type ChangePasswordInput = { readonly currentPassword: string; readonly newPassword: string };
export type ChangePasswordError = 'not_found' | 'current_password_wrong' | 'too_many_attempts' | PasswordRefusal;

/** Changes a known password; every sign-in ends, and the one that asked goes on under a new token. */
export async function changePassword(
  ctx: Ctx<Educator | Staff>,
  input: ChangePasswordInput,
): Promise<Result<OpenedSession, ChangePasswordError>> {
  const { accountId } = ctx.actor;
  const counted = await transact(ctx.actor, async (tx) =>
    ok(await countWithin(tx, limits.signInAccount, accountId, ctx.now)),
  );
  if (!counted.ok || !counted.value) return err('too_many_attempts');
  const before = await read(ctx.actor, (tx) => findAccount(tx, accountId));
  if (!(await verifyPassword(input.currentPassword, before?.passwordHash))) return err('current_password_wrong');
  const hash = await hashPassword(input.newPassword);
  return transact(ctx.actor, async (tx) => {
    const owner = await lockAccount(tx, accountId);
    if (!owner || owner.passwordHash !== before?.passwordHash) return err('not_found');
    const refusal = refusePassword(input.newPassword, commonPasswords, [owner.firstName, owner.lastName, owner.email]);
    if (refusal) return err(refusal);
    await saveAccount(tx, owner.id, { passwordHash: hash, passwordSetAt: ctx.now });
    const opened = await renewSession(tx, { accountId, because: 'password_changed', stage: 'full' }, ctx.now);
    await stagePasswordChanged(tx, owner.id, opened.sessionId, ctx.now);
    await recordAudit(tx, ctx, { type: 'password_changed', subject: { kind: 'account', id: owner.id } });
    return ok(opened);
  });
}
