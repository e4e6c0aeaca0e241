import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/transact';

/** Counts anew how many records share each name, for whoever has changed the register as a whole. Reads all of it. */
export async function countNames(tx: Tx): Promise<void> {
  await tx.execute(sql`select count_names()`);
}
