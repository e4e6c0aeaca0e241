import { sql } from 'drizzle-orm';
import { shippedRules } from '@/db/schema/rule-changes';
import { readShippedRows, versionOf, type ShippedRows } from './rows';
import { lockRules, syncRules, type Executor } from './sync';

/**
 * Makes the rulebook's tables say what the shipped files and the changes published on top of them say, in one transaction,
 * and tells how many rows that changed. Types, endorsements, kinds and papers are never deleted: certificates and
 * applications refer to them.
 */
export async function loadReferenceData(
  db: Executor,
  shipped: ShippedRows = readShippedRows(),
): Promise<{ version: string; changed: number }> {
  const version = versionOf(shipped);
  return db.transaction(async (tx) => {
    // Two starts at once: the second waits, then finds nothing to do.
    await lockRules(tx);
    await saveShipped(tx, version, shipped);
    return syncRules(tx, 'all');
  });
}

async function saveShipped(tx: Executor, version: string, rows: ShippedRows): Promise<void> {
  await tx
    .insert(shippedRules)
    .values({ version, rows })
    .onConflictDoUpdate({
      target: shippedRules.id,
      set: { version: sql`excluded.version`, rows: sql`excluded.rows` },
      setWhere: sql`${shippedRules.version} <> excluded.version`,
    });
}
