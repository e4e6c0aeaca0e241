import { and, eq, isNull, sql } from 'drizzle-orm';
import { claim, confirmation, matchKey } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { codeKey, letterCode } from '@/lib/accounts/codes';
import { confirmationHours } from './rules';

/** Counts anew how many records share each name, for whoever has changed the register as a whole. Reads all of it. */
export async function countNames(tx: Tx): Promise<void> {
  await tx.execute(sql`select count_names()`);
}

/** Everybody who is found by an SSN: the second record of an import under one SSN too, which has not the unique key of it. */
export async function findHoldersOfSsn(tx: Tx, ssnKey: Uint8Array): Promise<string[]> {
  // Written out, the kind tells PostgreSQL which index has it.
  const rows = await tx
    .select({ personId: matchKey.personId })
    .from(matchKey)
    .where(and(sql`${matchKey.kind} = 'ssn'`, eq(matchKey.key, ssnKey)));
  return rows.map(({ personId }) => personId);
}

/** Whose letter with a code this is, while their link still has to be confirmed. */
export async function findLetterSubject(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ personId: claim.personId })
    .from(confirmation)
    .innerJoin(claim, eq(claim.id, confirmation.claimId))
    .where(and(eq(confirmation.id, id), eq(confirmation.way, 'letter'), isNull(claim.endedAt), eq(claim.strength, 'provisional')));
  return row?.personId;
}

/** False where it was mailed before. */
export async function markLetterMailed(tx: Tx, id: string, staffId: string, now: Date): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + confirmationHours.letter * 3_600_000);
  const mailed = { codeHash: codeKey(letterCode(id).reveal()), sentAt: now, sentBy: staffId, expiresAt };
  const rows = await tx
    .update(confirmation)
    .set(mailed)
    .where(and(eq(confirmation.id, id), isNull(confirmation.sentAt)))
    .returning({ id: confirmation.id });
  return rows.length > 0;
}
