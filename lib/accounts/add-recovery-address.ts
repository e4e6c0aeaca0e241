import { countWithin } from '@/db/limits';
import { read, transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import { verifyPassword } from './passwords';
import { findRecovery, putRecovery } from './recovery-store';
import { limits } from './rules';
import { findAccount, findAccountByEmail, lockAccount } from './store';

export type AddRecoveryAddressInput = { readonly email: string; readonly currentPassword: string };
export type AddRecoveryAddressError = 'not_found' | 'current_password_wrong' | 'same_address' | 'has_one' | 'too_many_attempts';

/**
 * A second address, for the day the first cannot be read any more. It decides who gets the account then, so the password is
 * asked for, and the address is of no use until a code sent to it came back.
 */
export async function addRecoveryAddress(
  ctx: Ctx<Educator>,
  input: AddRecoveryAddressInput,
): Promise<Result<void, AddRecoveryAddressError>> {
  const { accountId } = ctx.actor;
  if (!(await isWithinTries(ctx))) return err('too_many_attempts');
  const before = await read(ctx.actor, (tx) => findAccount(tx, accountId));
  if (!(await verifyPassword(input.currentPassword, before?.passwordHash))) return err('current_password_wrong');
  return transact(ctx.actor, async (tx) => {
    const owner = await lockAccount(tx, accountId);
    if (!owner || owner.passwordHash !== before?.passwordHash) return err('not_found');
    if (owner.emailKey === emailKey(input.email)) return err('same_address');
    if ((await findRecovery(tx, accountId))?.confirmedAt) return err('has_one');
    if (!(await countWithin(tx, limits.recoveryAddress, accountId, ctx.now))) return err('too_many_attempts');
    await putRecovery(tx, accountId, input.email, ctx.now);
    await stageCode(tx, { accountId, email: input.email, occasion: ctx.requestId }, ctx.now);
    await recordAudit(tx, ctx, { type: 'recovery_address_added', subject: { kind: 'account', id: accountId } });
    return ok();
  });
}

// Somebody else's address gets the message of a taken address instead of a code: the page reads the same either way.
async function stageCode(tx: Tx, to: { accountId: string; email: string; occasion: string }, now: Date): Promise<void> {
  const holder = await findAccountByEmail(tx, to.email);
  const kind = holder ? 'account_already_exists' : 'recovery_address_code';
  await stageMessage(tx, { kind, dedupeKey: `${kind}:${to.occasion}`, to: { accountId: holder?.id ?? to.accountId } }, now);
}

// Counted on its own, so that a wrong password stays counted.
async function isWithinTries(ctx: Ctx<Educator>): Promise<boolean> {
  const counted = await transact(ctx.actor, async (tx) => {
    return ok(await countWithin(tx, limits.signInAccount, ctx.actor.accountId, ctx.now));
  });
  return counted.ok && counted.value;
}
