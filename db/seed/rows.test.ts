import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import * as tables from '@/db/schema/rulebook';
import { applicationKinds } from '@/lib/rulebook/model';
import { faultsIn } from '@/lib/rulebook/fault-rules';
import { ruleSet } from '@/tests/support/rule-set';
import { readShippedRows, versionOf } from './rows';

const rows = readShippedRows();

test('the shipped rulebook has no faults', () => {
  expect(faultsIn(ruleSet)).toEqual([]);
});

test.each([
  ['certificateTypes', 18],
  ['endorsements', 87],
  // The 27 of the fee table, and the two kinds whose fee was looked for and not found.
  ['fees', 29],
  ['kinds', applicationKinds.length],
] as const)('all %s are there', (table, count) => {
  expect(rows[table]).toHaveLength(count);
});

test.each([
  ['teaching', 59],
  ['vocational', 8],
  ['special_services', 6],
  ['administrative', 5],
  ['adult_education', 3],
  ['bilingual', 3],
  ['emergency', 3],
])('the family %s has %i endorsements', (family, count) => {
  expect(rows.endorsements.filter((endorsement) => endorsement.family === family)).toHaveLength(count);
});

test('an endorsement without an official title has none rather than a guess', () => {
  const untitled = rows.endorsements.filter(({ title }) => title === null).map(({ code }) => code);
  expect(untitled).toEqual(['001', '002', '003', '004', '005', '006', '008']);
});

test('a fee without a sourced amount has no amount, and is marked', () => {
  const unknown = rows.fees.filter(({ totalCents }) => totalCents === null);
  expect(unknown).toHaveLength(9);
  expect(unknown.every((fee) => fee.reviewCents === null && fee.assumed)).toBe(true);
});

test('a rule whose beginning no source tells begins on 1 January 2017 and says so', () => {
  const dated = Object.values(rows).flatMap((table) => table.filter((row) => 'fromDay' in row));
  const unknown = dated.filter((row) => 'fromUnknown' in row && row.fromUnknown);
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.every((row) => 'fromDay' in row && row.fromDay === '2017-01-01')).toBe(true);
});

test('what is assumed tells in a note what that is', () => {
  const assumed = Object.values(rows).flatMap((table) => table.filter((row) => 'assumed' in row && row.assumed));
  expect(assumed.length).toBeGreaterThan(0);
  expect(assumed.filter((row) => !('note' in row) || row.note === null)).toEqual([]);
});

test('no key is used twice', () => {
  const pairs: [PgTable, readonly Record<string, unknown>[]][] = [
    [tables.ruleSource, rows.sources],
    [tables.certificateType, rows.certificateTypes],
    [tables.endorsement, rows.endorsements],
    [tables.applicationKind, rows.kinds],
    [tables.ruleCondition, rows.conditions],
    [tables.transition, rows.transitions],
    [tables.kindFee, rows.kindFees],
  ];
  for (const [table, of] of pairs) {
    const keys = of.map((row) => row.key ?? row.code);
    expect([getTableConfig(table).name, new Set(keys).size]).toEqual([getTableConfig(table).name, keys.length]);
  }
});

test('the version changes with any cell and with nothing else', () => {
  const [first, ...others] = rows.settings;
  if (!first) throw new Error('No settings');
  expect(versionOf(readShippedRows())).toBe(versionOf(rows));
  expect(versionOf({ ...rows, settings: [{ ...first, value: first.value + 1 }, ...others] })).not.toBe(versionOf(rows));
});
