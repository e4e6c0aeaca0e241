import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import { account, emailChange } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import { stageMessage } from '@/lib/mail/steps';
import { emailKey } from '@/lib/shared/email-address';
import { endSessions, findAccountByEmail, findAccountToSignIn, lockAccount, saveAccount, spendTemporaryPasswords, type AccountRow } from './store';

export { findAccountByEmail } from './store';
export type Change = typeof emailChange.$inferSelect;

/** By username or by email address, proved to be theirs or not. */
export function findNamedAccount(tx: Tx, typed: string): Promise<AccountRow | undefined> {
  return typed.includes('@') ? findAccountByEmail(tx, typed) : findAccountToSignIn(tx, typed);
}

export async function lockEducator(tx: Tx, accountId: string): Promise<AccountRow | undefined> {
  const owner = await lockAccount(tx, accountId);
  return owner?.kind === 'educator' && !owner.closedAt ? owner : undefined;
}

export async function endOpenChanges(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .update(emailChange)
    .set({ endedAt: now })
    .where(and(eq(emailChange.accountId, accountId), isNull(emailChange.endedAt)));
}

export async function saveChange(tx: Tx, id: string, values: Partial<Change>): Promise<void> {
  await tx.update(emailChange).set(values).where(eq(emailChange.id, id));
}

/** The open move that a code sent to the new address belongs to. Look again once its account is held. */
export async function findMoveByCode(tx: Tx, newTokenHash: Uint8Array, now: Date): Promise<Change | undefined> {
  const isOpen = and(isNull(emailChange.endedAt), gt(emailChange.expiresAt, now), isNotNull(emailChange.oldConfirmedAt));
  const [row] = await tx.select().from(emailChange).where(and(eq(emailChange.newTokenHash, newTokenHash), isOpen));
  return row;
}

/** The finished move that a code sent to the address that was left belongs to. */
export async function findMoveByObjection(tx: Tx, oldTokenHash: Uint8Array): Promise<Change | undefined> {
  const isDone = and(isNotNull(emailChange.endedAt), isNotNull(emailChange.newConfirmedAt));
  const [row] = await tx.select().from(emailChange).where(and(eq(emailChange.oldTokenHash, oldTokenHash), isDone));
  return row;
}

type Move = {
  readonly accountId: string;
  readonly email: string;
  readonly verifiedAt: Date | null;
  readonly because: string;
  /** Names the move: its temporary password is sent once. */
  readonly occasion: string;
};

/**
 * The same account under another address. Every sign-in ends and codes sent before are void; the password stays, and a
 * temporary one goes to the address. False, and nothing is done, where somebody else has the address.
 */
export async function moveAccount(tx: Tx, move: Move, now: Date): Promise<boolean> {
  const { accountId, email, because } = move;
  const moved = { email, emailKey: emailKey(email), emailVerifiedAt: move.verifiedAt };
  try {
    await tx.transaction((inner) => inner.update(account).set(moved).where(eq(account.id, accountId)));
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'account_email')) return false;
    throw thrown;
  }
  await endSessions(tx, { accountId, because }, now);
  await endOpenChanges(tx, accountId, now);
  await spendTemporaryPasswords(tx, accountId, now);
  const dedupeKey = `account_temporary_password:${move.occasion}`;
  const message = { kind: 'account_temporary_password', dedupeKey, to: { accountId }, payload: { purpose: 'forgot-password' } };
  await stageMessage(tx, message, now);
  return true;
}

/** Back to the address it had. A password set since was set by whoever had it meanwhile: it opens nothing any more. */
export async function moveAccountBack(tx: Tx, owner: AccountRow, move: Omit<Move, 'accountId'> & { readonly since: Date }, now: Date): Promise<boolean> {
  if (!(await moveAccount(tx, { ...move, accountId: owner.id }, now))) return false;
  if (owner.passwordSetAt && owner.passwordSetAt >= move.since) await saveAccount(tx, owner.id, { passwordHash: null });
  return true;
}
