import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { getTableColumns, type Column } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import { Invariant } from '@/lib/shared/result';
import * as rulebook from '@/db/schema/rulebook';

/** The reference data shipped with this version, read from the files beside this one. */
export function readShippedRows() {
  return {
    sources: rowsOf(rulebook.ruleSource, 'sources'),
    certificateTypes: rowsOf(rulebook.certificateType, 'certificate-types'),
    validities: rowsOf(rulebook.certificateValidity, 'certificate-validity'),
    extensions: rowsOf(rulebook.validityExtension, 'validity-extensions'),
    endorsements: rowsOf(rulebook.endorsement, 'endorsements'),
    grades: rowsOf(rulebook.endorsementGrades, 'endorsement-grades'),
    kinds: rowsOf(rulebook.applicationKind, 'application-kinds'),
    conditions: rowsOf(rulebook.ruleCondition, 'conditions'),
    papers: rowsOf(rulebook.paper, 'papers'),
    requiredPapers: rowsOf(rulebook.requiredPaper, 'required-papers'),
    additions: rowsOf(rulebook.endorsementAddition, 'endorsement-additions'),
    transitions: rowsOf(rulebook.transition, 'transitions'),
    fees: rowsOf(rulebook.fee, 'fees'),
    kindFees: rowsOf(rulebook.kindFee, 'kind-fees'),
    settings: rowsOf(rulebook.ruleSetting, 'settings'),
  };
}
export type ShippedRows = ReturnType<typeof readShippedRows>;

export function versionOf(rows: ShippedRows): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
}

function rowsOf<T extends PgTable>(table: T, file: string): T['$inferSelect'][] {
  const text = readFileSync(join(import.meta.dirname, `${file}.csv`), 'utf8');
  const lines: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true });
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({ key, heading: toSnakeCase(key), column }));
  const unknown = Object.keys(lines[0] ?? {}).filter((heading) => !columns.some((column) => column.heading === heading));
  if (unknown.length > 0) throw new Invariant(`${file}.csv has a column of no table: ${unknown.join(', ')}`);
  return lines.map((line) =>
    Object.fromEntries(
      columns.map(({ key, heading, column }) => [key, cell(line[heading] ?? '', column, `${file}.csv, ${heading}`)]),
    ),
  ) as T['$inferSelect'][];
}

/** The column's type decides how a cell is read; an empty one is none, no, or an empty list. */
function cell(text: string, column: Column, place: string): unknown {
  const must = (holds: boolean) => {
    if (!holds) throw new Invariant(`${place}: cannot be "${text}"`);
  };
  switch (column.dataType) {
    case 'boolean':
      must(text === 'yes' || text === '');
      return text === 'yes';
    case 'array':
      return text === '' ? [] : text.split(';');
    case 'number':
      must(text === '' ? !column.notNull : /^\d+$/.test(text));
      return text === '' ? null : Number(text);
    case 'string':
      must(text === '' ? !column.notNull : (column.enumValues ?? [text]).includes(text));
      return text === '' ? null : text;
    default:
      throw new Invariant(`${place}: no way to read ${column.dataType}`);
  }
}
