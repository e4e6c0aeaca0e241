import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { confirmation } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';

export type OpenWays = { readonly claimId: string; readonly hasEmail: boolean; readonly hasAddress: boolean };

/** The provisional link of whoever asks and what is on file to write to: that it is there, never what it is. */
export async function findOpenWays(tx: Tx): Promise<OpenWays | undefined> {
  const [row] = await tx.execute<OpenWays>(
    sql`select claim_id as "claimId", has_email as "hasEmail", has_address as "hasAddress" from my_open_ways()`,
  );
  return row;
}

// Named one by one: the code's hash is not for the web's public role.
const columns = {
  id: confirmation.id,
  way: confirmation.way,
  requestedAt: confirmation.requestedAt,
  sentAt: confirmation.sentAt,
  expiresAt: confirmation.expiresAt,
};

/** What was asked for and not used yet, the newest first. */
export async function findConfirmations(tx: Tx, claimId: string) {
  return tx
    .select(columns)
    .from(confirmation)
    .where(and(eq(confirmation.claimId, claimId), isNull(confirmation.usedAt)))
    .orderBy(desc(confirmation.requestedAt));
}

export async function insertConfirmation(tx: Tx, asked: { id: string; claimId: string; way: 'email' | 'letter' }, now: Date): Promise<void> {
  await tx.insert(confirmation).values({ ...asked, requestedAt: now });
}

/** The link becomes full where the code is live and was sent for it. Done by the database alone: no role of an educator's could. */
export async function useCode(tx: Tx, codeHash: Uint8Array, now: Date): Promise<string | undefined> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select confirm_my_claim(${Buffer.from(codeHash)}, ${now.toISOString()}::timestamptz) as id`,
  );
  return row?.id ?? undefined;
}
