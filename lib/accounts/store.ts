import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { account, session, signUp, temporaryPassword } from '@/db/schema/accounts';
import { isUniqueViolation } from '@/db/errors';
import type { Tx } from '@/db/transact';
import { normaliseCode } from '@/lib/shared/check-characters';
import { emailKey } from '@/lib/shared/email-address';
import { hashToken } from '@/lib/shared/keyed-hash';
import { codeKey, newUsername } from './codes';

export type AccountRow = typeof account.$inferSelect;

export async function findAccountByEmail(tx: Tx, email: string): Promise<AccountRow | undefined> {
  const [row] = await tx
    .select()
    .from(account)
    .where(and(eq(account.emailKey, emailKey(email)), isNull(account.closedAt)));
  return row;
}

/** By the assigned username, however it was spelled, or by an email address that was proved to be the account's. */
export async function findAccountToSignIn(tx: Tx, typed: string): Promise<AccountRow | undefined> {
  if (typed.includes('@')) {
    const found = await findAccountByEmail(tx, typed);
    return found?.emailVerifiedAt ? found : undefined;
  }
  const [row] = await tx
    .select()
    .from(account)
    .where(and(eq(account.username, normaliseCode(typed)), isNull(account.closedAt)));
  return row;
}

export async function findAccount(tx: Tx, accountId: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(account).where(eq(account.id, accountId));
  return row;
}

export async function lockAccount(tx: Tx, accountId: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(account).where(eq(account.id, accountId)).for('update');
  return row;
}

export type NewAccount = Pick<AccountRow, 'kind' | 'email' | 'firstName' | 'lastName'> & Partial<AccountRow>;

/**
 * Inserts under a fresh username. `undefined` means that the address got an account in the meantime: the unique index
 * decides, not a look beforehand.
 */
export async function insertAccount(tx: Tx, values: NewAccount, now: Date): Promise<AccountRow | undefined> {
  try {
    const [row] = await tx.transaction((inner) =>
      inner
        .insert(account)
        .values({ ...values, username: newUsername(), emailKey: emailKey(values.email), createdAt: now })
        .returning(),
    );
    return row;
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'account_email')) return undefined;
    throw thrown;
  }
}

export async function saveAccount(tx: Tx, accountId: string, values: Partial<AccountRow>): Promise<void> {
  await tx.update(account).set(values).where(eq(account.id, accountId));
}

export async function findSignUp(tx: Tx, token: string): Promise<typeof signUp.$inferSelect | undefined> {
  const [row] = await tx.select().from(signUp).where(eq(signUp.tokenHash, hashToken(token)));
  return row;
}

export async function findTemporaryPassword(tx: Tx, accountId: string, typed: string, now: Date) {
  const [row] = await tx
    .select()
    .from(temporaryPassword)
    .where(and(eq(temporaryPassword.hash, codeKey(typed)), eq(temporaryPassword.accountId, accountId)));
  if (!row) return undefined;
  return { id: row.id, isLive: row.usedAt === null && row.expiresAt > now };
}

export async function spendTemporaryPasswords(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .update(temporaryPassword)
    .set({ usedAt: now })
    .where(and(eq(temporaryPassword.accountId, accountId), isNull(temporaryPassword.usedAt)));
}

export async function lockLiveSession(tx: Tx, sessionId: string, now: Date) {
  const [row] = await tx
    .select()
    .from(session)
    .where(and(eq(session.id, sessionId), isNull(session.endedAt), gt(session.endsAt, now)))
    .for('update');
  return row;
}

/** Ends every live sign-in of the account, or all but the one that asks. Returns how many. */
export async function endSessions(
  tx: Tx,
  { accountId, because, exceptSessionId }: { accountId: string; because: string; exceptSessionId?: string },
  now: Date,
): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ endedAt: now, endedBecause: because })
    .where(
      and(
        eq(session.accountId, accountId),
        isNull(session.endedAt),
        exceptSessionId ? ne(session.id, exceptSessionId) : sql`true`,
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}
