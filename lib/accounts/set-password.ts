import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { commonPasswords, hashPassword } from './passwords';
import { refusePassword, type PasswordRefusal } from './password-rules';
import { stageAfterPassword } from './rules';
import { renewSession, type OpenedSession } from './steps';
import { findTemporaryPassword, lockAccount, lockLiveSession, saveAccount, spendTemporaryPasswords } from './store';
import { stagePasswordChanged } from './stage-notices';

export type SetPasswordInput = { readonly temporaryPassword: string; readonly newPassword: string };
export type SetPasswordError = 'not_found' | 'temporary_password_wrong' | 'temporary_password_spent' | PasswordRefusal;

/**
 * Sets the personal password, which uses the temporary one up. Reaching the page does not: somebody who stops half-way
 * can come back with the same email.
 */
export async function setPassword(ctx: Ctx, input: SetPasswordInput): Promise<Result<OpenedSession, SetPasswordError>> {
  const { actor } = ctx;
  if (actor.kind !== 'newcomer') return err('not_found');
  const hash = await hashPassword(input.newPassword);
  return transact(actor, async (tx) => {
    const owner = await lockAccount(tx, actor.accountId);
    const session = await lockLiveSession(tx, actor.sessionId, ctx.now);
    if (!owner || session?.stage !== 'set_password') return err('not_found');
    const temporary = await findTemporaryPassword(tx, owner.id, input.temporaryPassword, ctx.now);
    if (!temporary) return err('temporary_password_wrong');
    if (!temporary.isLive) return err('temporary_password_spent');
    const refusal = refusePassword(input.newPassword, commonPasswords, [owner.firstName, owner.lastName, owner.email]);
    if (refusal) return err(refusal);
    const isChange = owner.passwordSetAt !== null;
    await spendTemporaryPasswords(tx, owner.id, ctx.now);
    const emailVerifiedAt = owner.emailVerifiedAt ?? ctx.now;
    await saveAccount(tx, owner.id, { passwordHash: hash, passwordSetAt: ctx.now, emailVerifiedAt });
    const stage = stageAfterPassword(owner.kind);
    const opened = await renewSession(tx, { accountId: owner.id, because: 'password_set', stage }, ctx.now);
    if (isChange) await stagePasswordChanged(tx, owner.id, opened.sessionId, ctx.now);
    await recordAudit(tx, ctx, { type: 'password_set', subject: { kind: 'account', id: owner.id } });
    return ok(opened);
  });
}
