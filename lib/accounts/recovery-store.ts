import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { recoveryAddress } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import { emailKey } from '@/lib/shared/email-address';

export type RecoveryRow = typeof recoveryAddress.$inferSelect;

/** A row without an address is one that was removed. Written only while its account's row is held. */
export async function findRecovery(tx: Tx, accountId: string): Promise<RecoveryRow | undefined> {
  const [row] = await tx.select().from(recoveryAddress).where(eq(recoveryAddress.accountId, accountId));
  return row?.email === '' ? undefined : row;
}

export async function putRecovery(tx: Tx, accountId: string, email: string, now: Date): Promise<void> {
  const row = { email, emailKey: emailKey(email), codeHash: null, codeExpiresAt: null, addedAt: now, confirmedAt: null };
  await tx
    .insert(recoveryAddress)
    .values({ accountId, ...row })
    .onConflictDoUpdate({ target: recoveryAddress.accountId, set: row });
}

export async function saveRecovery(tx: Tx, accountId: string, values: Partial<RecoveryRow>): Promise<void> {
  await tx.update(recoveryAddress).set(values).where(eq(recoveryAddress.accountId, accountId));
}

export async function blankRecovery(tx: Tx, accountId: string): Promise<void> {
  await saveRecovery(tx, accountId, { email: '', emailKey: '', codeHash: null, codeExpiresAt: null, confirmedAt: null });
}

/** Whose live code this is, sent to their confirmed second address. */
export async function findAccountOfRecoveryCode(tx: Tx, codeHash: Uint8Array, now: Date): Promise<string | undefined> {
  const isLive = and(isNotNull(recoveryAddress.confirmedAt), gt(recoveryAddress.codeExpiresAt, now));
  const [row] = await tx
    .select({ accountId: recoveryAddress.accountId })
    .from(recoveryAddress)
    .where(and(eq(recoveryAddress.codeHash, codeHash), isLive));
  return row?.accountId;
}
