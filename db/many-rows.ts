import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

type Value = string | number | Date | Uint8Array | null | undefined;

/**
 * Any number of rows in one statement: a parameter a column, not one a value. COPY would be as fast and is refused to roles
 * under row-level security. Columns that no row names keep their defaults; what only some name is null in the others. A way out of
 * conflicts may follow.
 */
export function insertMany(table: PgTable, rows: readonly object[]): SQL {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => rows.some((row) => name in row));
  const names = columns.map(([, { keyAsName, name }]) => sql.identifier(keyAsName ? toSnakeCase(name) : name));
  const arrays = columns.map(([name, column]) => arrayOf(rows.map((row) => (row as Record<string, Value>)[name]), column));
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) select * from unnest(${sql.join(arrays, sql`, `)})`;
}

/** Texts as one parameter, for `= any(…)`. */
export function textArray(values: readonly string[]): SQL {
  return sql`${arrayLiteral(values)}::text::text[]`;
}

export function byteaArray(values: readonly Uint8Array[]): SQL {
  return sql`${arrayLiteral(values)}::text::bytea[]`;
}

function arrayOf(values: readonly Value[], column: PgColumn): SQL {
  return sql`${arrayLiteral(values)}::text::${sql.raw(column.getSQLType())}[]`;
}

function arrayLiteral(values: readonly Value[]): string {
  return `{${values.map(elementOf).join(',')}}`;
}

function elementOf(value: Value): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`;
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
}
