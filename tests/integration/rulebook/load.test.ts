import { eq, sql } from 'drizzle-orm';
import * as tables from '@/db/schema/rulebook';
import { loadReferenceData } from '@/db/seed/load';
import { readShippedRows } from '@/db/seed/rows';
import { read, transact } from '@/db/transact';
import type { RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet, ruleSetVersionInForce } from '@/lib/rulebook/queries';
import { anyone } from '@/lib/shared/context';
import { cents } from '@/lib/shared/money';
import { ok } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { ruleSet as shipped } from '@/tests/support/rule-set';

const { db } = useDatabase();

/** Rows have no order of their own: both sides in one. */
function ordered(ruleSet: RuleSet): Record<string, unknown> {
  const asText = (row: object) => JSON.stringify(Object.entries(row).toSorted());
  return Object.fromEntries(
    Object.entries(ruleSet).map(([name, rows]) => [name, typeof rows === 'string' ? rows : rows.map(asText).toSorted()]),
  );
}

const duplicateFee = () => db().select().from(tables.fee).where(eq(tables.fee.code, 'DUPLICATE'));
const physicalRows = () =>
  db().execute<{ at: string }>(sql`
    select string_agg(ctid::text || xmin::text, ' ' order by key) at from transition
    union all select string_agg(ctid::text || xmin::text, ' ' order by code, from_day) from fee
    union all select string_agg(ctid::text || xmin::text, ' ' order by code) from endorsement
    union all select version || loaded_at from rule_set_version`);

test('a migrated database says what the files say, to anyone who asks', async () => {
  const stored = await read(anyone, (tx) => loadRuleSet(tx));
  expect(ordered(stored)).toEqual(ordered(shipped));
});

test('loading a second time changes nothing, not even a row rewritten as it was', async () => {
  const before = await physicalRows();
  expect(await loadReferenceData(db())).toEqual({ version: shipped.version, changed: 0 });
  expect(await physicalRows()).toEqual(before);
});

test('a row changed in a file changes the row and the version, and readers see it', async () => {
  const rows = readShippedRows();
  const fees = rows.fees.map((fee) => (fee.code === 'DUPLICATE' ? { ...fee, totalCents: 6000 } : fee));
  const loaded = await loadReferenceData(db(), { ...rows, fees });
  expect(loaded.changed).toBe(1);
  expect(loaded.version).not.toBe(shipped.version);
  expect(await duplicateFee()).toMatchObject([{ totalCents: 6000 }]);
  const read1 = await read(anyone, (tx) => loadRuleSet(tx));
  expect(read1.version).toBe(loaded.version);
  expect(read1.fees.find(({ code }) => code === 'DUPLICATE')?.totalCents).toBe(cents(6000));
  expect((await loadReferenceData(db())).changed).toBe(1);
  expect(await duplicateFee()).toMatchObject([{ totalCents: 5000 }]);
});

test('a fee that changes from a day on replaces the row that the file no longer has', async () => {
  const rows = readShippedRows();
  const fees = rows.fees.flatMap((fee) =>
    fee.code === 'DUPLICATE' ? [{ ...fee, fromDay: '2018-01-01' }, { ...fee, fromDay: '2017-02-01', toDay: '2017-12-31' }] : [fee],
  );
  expect((await loadReferenceData(db(), { ...rows, fees })).changed).toBe(3);
  expect((await duplicateFee()).map(({ fromDay }) => fromDay).toSorted()).toEqual(['2017-02-01', '2018-01-01']);
  await loadReferenceData(db());
  expect((await duplicateFee()).map(({ fromDay }) => fromDay)).toEqual(['2017-01-01']);
});

test('two first loads at once end as one', async () => {
  await db().delete(tables.ruleSetVersion);
  const both = await Promise.all([loadReferenceData(db()), loadReferenceData(db())]);
  expect(both.map(({ changed }) => changed)).toEqual([0, 0]);
  expect(await db().select().from(tables.ruleSetVersion)).toMatchObject([{ version: shipped.version }]);
});

test('a process reads the rules once, and asks nothing at all where the page has read the version', async () => {
  const first = await read(anyone, (tx) => loadRuleSet(tx));
  expect(await read(anyone, (tx) => loadRuleSet(tx))).toBe(first);
  const versions = await read(anyone, (tx) => tx.select({ version: ruleSetVersionInForce }).from(tables.ruleSetVersion));
  expect(versions).toEqual([{ version: first.version }]);
  const finished = await read(anyone, (tx) => Promise.resolve(tx));
  expect(await loadRuleSet(finished, first.version)).toBe(first);
});

test('nobody on the web may change the rules, and no fee may have a review part beyond its total', async () => {
  const free = transact(anyone, async (tx) => ok(await tx.update(tables.fee).set({ totalCents: 0, reviewCents: 0 })));
  await expect(free).rejects.toMatchObject({ code: '42501' });
  await expect(db().update(tables.fee).set({ reviewCents: 99_999_999 })).rejects.toMatchObject({ cause: { code: '23514' } });
});
