import { and, desc, eq, isNull } from 'drizzle-orm';
import { backgroundAlert, backgroundSweep } from '@/db/schema/applications';
import type { Tx } from '@/db/transact';

export async function findLatestSweep(tx: Tx): Promise<typeof backgroundSweep.$inferSelect | undefined> {
  const [row] = await tx.select().from(backgroundSweep).orderBy(desc(backgroundSweep.ranAt)).limit(1);
  return row;
}

/** What the latest sweeps found about somebody and nobody has settled. */
export async function findOpenAlert(tx: Tx, personId: string): Promise<typeof backgroundAlert.$inferSelect | undefined> {
  const [row] = await tx
    .select()
    .from(backgroundAlert)
    .where(and(eq(backgroundAlert.personId, personId), isNull(backgroundAlert.closedAt)))
    .limit(1);
  return row;
}
