import { sql } from 'drizzle-orm';
import { connect } from '@/db/client';

/**
 * Fills the register up to `size` educators, in the database itself. Their keyed hashes are made up: nobody is looked up
 * by them, they only make the index as large as it would be.
 */
export async function growRegister(databaseUrl: string, size: number): Promise<number> {
  const { db, end } = connect(databaseUrl, 1);
  try {
    const [held] = await db.execute<{ people: number }>(sql`select count(*)::int as people from person`);
    const missing = size - (held?.people ?? 0);
    if (missing > 0) await db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table crowd on commit drop as
        select g, gen_random_uuid() as id from generate_series(1, ${missing}::int) g`);
      await tx.execute(sql`insert into person (id, ein, first_name, last_name, source, created_at)
        select id, (3000000000 + g)::text, 'First' || g % 997, 'Last' || g % 9973, 'imported', now() from crowd`);
      await tx.execute(sql`insert into person_contact (person_id, email, email_key, updated_at)
        select id, 'crowd' || g || '@example.org', 'crowd' || g || '@example.org', now() from crowd`);
      await tx.execute(sql`insert into person_secret (person_id, ssn_ciphertext, birth_date_ciphertext, ssn_key)
        select id, sha256(('number' || g)::bytea), sha256(('day' || g)::bytea), sha256(('ssn' || g)::bytea) from crowd`);
      await tx.execute(sql`insert into match_key (kind, key, person_id)
        select kind, sha256((kind || g)::bytea), id from crowd, unnest(array['ssn', 'ssn_birth_date', 'birth_date_name']) kind`);
    });
    for (const table of ['person', 'person_contact', 'person_secret', 'match_key']) await db.execute(sql.raw(`analyze ${table}`));
    return Math.max(missing, 0);
  } finally {
    await end();
  }
}
