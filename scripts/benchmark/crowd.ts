import { sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { bareCopy } from './bare-copy';
import { madeEducators } from './made-educators';

/**
 * Fills the register up to `size` educators, with the keyed hashes that an import would give them: whoever is looked up shares
 * a birth date and the shape of a name with more of them the larger it is. Returns how many were added.
 */
export async function growRegister(databaseUrl: string, size: number): Promise<number> {
  const { db, end } = connect(databaseUrl, 1);
  try {
    const [held] = await db.execute<{ people: number; made: number }>(sql`
      select count(*)::int as people, count(*) filter (where ein like '2%')::int as made from person`);
    const missing = Math.max(size - (held?.people ?? 0), 0);
    if (missing === 0) return 0;
    await bareCopy(databaseUrl, madeEducators(missing, held?.made));
    // What a database does by itself after a while.
    for (const table of ['person', 'person_contact', 'person_secret', 'match_key']) await db.execute(sql.raw(`vacuum analyze ${table}`));
    await db.execute(sql`select count_names()`);
    return missing;
  } finally {
    await end();
  }
}
