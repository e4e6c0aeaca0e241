import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { textArray } from '@/db/many-rows';
import { backgroundAlert, backgroundSweep } from '@/db/schema/applications';
import { person } from '@/db/schema/identity';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Worker } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { findLatestSweep } from './background-store';

export type SweepInput = {
  /** Who looked: the name of the registry, or of the stand-in. */
  readonly source: string;
  /** Whom something was found about. */
  readonly alertedEins: readonly string[];
  /** Nothing is kept where the last one is younger than this. */
  readonly leastHoursApart?: number;
};

/** Keeps one look at everybody on record, and opens an alert for each person it found something about. */
export async function recordBackgroundSweep(ctx: Ctx<Worker>, input: SweepInput): Promise<Result<{ alerts: number }, 'not_allowed' | 'not_due'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    // One at a time: two workers would both find that one is due.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('background sweep'))`);
    if (await isTooSoon(tx, input, ctx.now)) return err('not_due');
    const id = randomUUID();
    const [counted] = await tx.select({ people: sql<number>`count(*)::int` }).from(person);
    await tx.insert(backgroundSweep).values({ id, source: input.source, people: counted?.people ?? 0, ranAt: ctx.now });
    const found = await tx
      .select({ personId: sql<string>`coalesce(${person.mergedInto}, ${person.id})` })
      .from(person)
      .where(sql`${person.ein} = any(${textArray(input.alertedEins)})`);
    const rows = [...new Set(found.map(({ personId }) => personId))].map((personId) => ({ sweepId: id, personId }));
    const opened = rows.length === 0 ? [] : await tx.insert(backgroundAlert).values(rows).onConflictDoNothing().returning({ id: backgroundAlert.id });
    const details = { source: input.source, people: counted?.people ?? 0, alerts: opened.length };
    await recordAudit(tx, ctx, { type: 'background_swept', subject: { kind: 'background_sweep', id }, details });
    return ok({ alerts: opened.length });
  });
}

async function isTooSoon(tx: Tx, { leastHoursApart = 0 }: SweepInput, now: Date): Promise<boolean> {
  const last = await findLatestSweep(tx);
  return last !== undefined && now.getTime() - last.ranAt.getTime() < leastHoursApart * 3_600_000;
}
