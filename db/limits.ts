import 'server-only';
import { sql } from 'drizzle-orm';
import { limitCounter } from './schema/accounts';
import { tokenKey } from '@/lib/shared/keyed-hash';
import type { Limit } from '@/lib/shared/limit';
import type { Tx } from './transact';

/**
 * Counts one more go at `limit` by `subject` and says whether it is still within it. One statement, so exact however
 * many ask at once; the subject is stored only as a keyed hash.
 */
export async function countWithin(tx: Tx, limit: Limit, subject: string, now: Date): Promise<boolean> {
  const key = tokenKey(`limit.${limit.scope}`, subject);
  const ends = new Date(now.getTime() + limit.seconds * 1000);
  const [row] = await tx
    .insert(limitCounter)
    .values({ key, windowEndsAt: ends, count: 1 })
    .onConflictDoUpdate({
      target: limitCounter.key,
      set: {
        count: sql`case when ${limitCounter.windowEndsAt} <= ${now.toISOString()}::timestamptz then 1 else ${limitCounter.count} + 1 end`,
        windowEndsAt: sql`case when ${limitCounter.windowEndsAt} <= ${now.toISOString()}::timestamptz
          then ${ends.toISOString()}::timestamptz else ${limitCounter.windowEndsAt} end`,
      },
    })
    .returning({ count: limitCounter.count });
  return row !== undefined && row.count <= limit.most;
}

/** Takes one go back that turned out not to count. */
export async function takeBack(tx: Tx, limit: Limit, subject: string): Promise<void> {
  await tx
    .update(limitCounter)
    .set({ count: sql`${limitCounter.count} - 1` })
    .where(sql`${limitCounter.key} = ${tokenKey(`limit.${limit.scope}`, subject)} and ${limitCounter.count} > 0`);
}

/** Forgets what was counted, as after a right password. */
export async function clearCount(tx: Tx, limit: Limit, subject: string): Promise<void> {
  await tx.delete(limitCounter).where(sql`${limitCounter.key} = ${tokenKey(`limit.${limit.scope}`, subject)}`);
}
