import { createHash } from 'node:crypto';
import { and, asc, eq, getTableColumns, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, type PgColumn, type PgDatabase, type PgTable } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { must } from '@/lib/shared/result';
import { ruleChange, shippedRules } from '@/db/schema/rule-changes';
import * as rulebook from '@/db/schema/rulebook';
import { applyChanges } from './apply-changes';
import type { ShippedRows } from './rows';

export type Executor = PgDatabase<PostgresJsQueryResultHKT>;
type Row = Record<string, unknown>;

/** One at a time, until commit: whoever loads the shipped rows, publishes a change or takes one back. */
export async function lockRules(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cecs reference data'))`);
}

/** The rows as shipped, and what staff have published on top of them, in the order in which it applies. */
export async function readRules(tx: Executor): Promise<{ version: string; shipped: ShippedRows; changes: PublishedChange[] }> {
  const [row] = await tx.select().from(shippedRules);
  const { version, rows } = must(row, 'the shipped rules: have they been loaded?');
  const changes = await tx
    .select()
    .from(ruleChange)
    .where(and(isNotNull(ruleChange.approvedAt), isNull(ruleChange.withdrawnAt)))
    .orderBy(asc(ruleChange.approvedAt), asc(ruleChange.number));
  return { version, shipped: rows as ShippedRows, changes };
}

export type PublishedChange = typeof ruleChange.$inferSelect;

/** Makes the rulebook's tables say what was shipped and published, all of them or those that staff may change. */
export async function syncRules(tx: Executor, which: 'all' | 'changeable'): Promise<{ version: string; changed: number }> {
  const { version: shippedVersion, shipped, changes } = await readRules(tx);
  const version = versionWith(shippedVersion, changes);
  let changed = 0;
  for (const { table, rows, dropAbsent, changeable } of tables(applyChanges(shipped, changes))) {
    if (which === 'changeable' && !changeable) continue;
    changed += await upsert(tx, table, rows);
    if (dropAbsent) changed += await deleteAbsent(tx, table, rows);
  }
  await saveVersion(tx, version, changed > 0);
  return { version, changed };
}

/** Of what was shipped, and of the changes on top of it. */
function versionWith(shippedVersion: string, changes: readonly PublishedChange[]): string {
  if (changes.length === 0) return shippedVersion;
  const ids = changes.map(({ id }) => id).join();
  return `${shippedVersion}.${createHash('sha256').update(ids).digest('hex').slice(0, 8)}`;
}

/** In the order in which they refer to each other. */
function tables(shipped: ShippedRows): { table: PgTable; rows: Row[]; dropAbsent: boolean; changeable?: boolean }[] {
  return [
    { table: rulebook.ruleSource, rows: shipped.sources, dropAbsent: true, changeable: true },
    { table: rulebook.certificateType, rows: shipped.certificateTypes, dropAbsent: false },
    { table: rulebook.certificateValidity, rows: shipped.validities, dropAbsent: true, changeable: true },
    { table: rulebook.validityExtension, rows: shipped.extensions, dropAbsent: true },
    { table: rulebook.endorsement, rows: shipped.endorsements, dropAbsent: false },
    { table: rulebook.endorsementGrades, rows: shipped.grades, dropAbsent: true },
    { table: rulebook.applicationKind, rows: shipped.kinds, dropAbsent: false },
    { table: rulebook.ruleCondition, rows: shipped.conditions, dropAbsent: true },
    { table: rulebook.paper, rows: shipped.papers, dropAbsent: false },
    { table: rulebook.requiredPaper, rows: shipped.requiredPapers, dropAbsent: true },
    { table: rulebook.endorsementAddition, rows: shipped.additions, dropAbsent: true },
    { table: rulebook.transition, rows: shipped.transitions, dropAbsent: true },
    { table: rulebook.fee, rows: shipped.fees, dropAbsent: true, changeable: true },
    { table: rulebook.kindFee, rows: shipped.kindFees, dropAbsent: true },
    { table: rulebook.ruleSetting, rows: shipped.settings, dropAbsent: true, changeable: true },
  ];
}

/** Rows that already say the same are left alone, so that a second run writes nothing. */
async function upsert(tx: Executor, table: PgTable, rows: Row[]): Promise<number> {
  const columns = Object.entries(getTableColumns(table));
  const keys = keyColumns(table);
  const others = columns.filter(([, column]) => !keys.some((key) => key.column === column));
  const given = ([name]: [string, PgColumn]) => sql`excluded.${sql.identifier(toSnakeCase(name))}`;
  const written = await tx
    .insert(table)
    .values(rows)
    .onConflictDoUpdate({
      target: keys.map(({ column }) => column),
      set: Object.fromEntries(others.map((other) => [other[0], given(other)])),
      setWhere: sql`(${list(others.map(([, column]) => sql`${column}`))}) is distinct from (${list(others.map(given))})`,
    })
    .returning({ written: sql`1` });
  return written.length;
}

async function deleteAbsent(tx: Executor, table: PgTable, rows: Row[]): Promise<number> {
  const keys = keyColumns(table);
  const present = rows.map((row) => sql`(${list(keys.map(({ name }) => sql`${row[name]}`))})`);
  const deleted = await tx
    .delete(table)
    .where(sql`(${list(keys.map(({ column }) => sql`${column}`))}) not in (${list(present)})`)
    .returning({ deleted: sql`1` });
  return deleted.length;
}

async function saveVersion(tx: Executor, version: string, changed: boolean): Promise<void> {
  const { ruleSetVersion } = rulebook;
  const [current] = await tx.select({ version: ruleSetVersion.version }).from(ruleSetVersion);
  if (!current) await tx.insert(ruleSetVersion).values({ version, loadedAt: sql`now()` });
  else if (changed || current.version !== version) {
    await tx.update(ruleSetVersion).set({ version, loadedAt: sql`now()` }).where(eq(ruleSetVersion.id, 1));
  }
}

function keyColumns(table: PgTable): { name: string; column: PgColumn }[] {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => ({ name, column }));
  const composite = getTableConfig(table).primaryKeys[0]?.columns;
  if (!composite) return columns.filter(({ column }) => column.primary);
  return composite.map((key) => must(columns.find(({ column }) => column.name === key.name), `the key ${key.name}`));
}

function list(parts: SQL[]): SQL {
  return sql.join(parts, sql`, `);
}
