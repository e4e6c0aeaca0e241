import { sql } from 'drizzle-orm';
import { read, type Tx } from '@/db/transact';
import { findCandidates } from '@/lib/identity/store';
import { day } from '@/lib/shared/days';
import { importRows, rowOf } from '@/tests/integration/certificates/registry-rows';
import { useDatabase } from '@/tests/support/database';
import { signedInEducator, typedAs } from '@/tests/support/people';

const { db } = useDatabase();

it.each([
  ['that PostgreSQL has just counted', true],
  ['of which it knows nothing yet', false],
])('somebody is looked up without reading any table whole, the first time too, in a register %s', async (_what, counted) => {
  const rows = Array.from({ length: 3_000 }, () => rowOf());
  await importRows(rows);
  if (counted) await db().execute(sql`analyze`);
  const { actor } = await signedInEducator();
  const looked = rows.slice(0, 3).map((row) => typedAs({ ssn: row.ssn, firstName: 'Iris', lastName: row.last_name ?? '', birthDate: day(row.date_of_birth) }));
  const scans = await read(actor, async (tx) => {
    const before = await wholeScans(tx);
    for (const typed of looked) {
      const found = await findCandidates(tx, typed);
      expect(found.filter(({ ssn, birthDate }) => ssn === 'equal' && birthDate === 'equal')).toHaveLength(1);
    }
    return [before, await wholeScans(tx)];
  });
  expect(scans[1]).toEqual(scans[0]);
});

/** By this connection, as far as it has not told the statistics yet: the import may have been on it. */
async function wholeScans(tx: Tx): Promise<unknown[]> {
  const rows = await tx.execute(sql`
    select relname, seq_scan from pg_stat_xact_all_tables
    where relname in ('person', 'person_contact', 'previous_name', 'match_key', 'name_commonness') order by 1`);
  return [...rows];
}
