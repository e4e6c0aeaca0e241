import { addDays, day } from '@/lib/shared/days';
import type { ShippedRows } from './rows';

/** A published change of the rulebook, or one that is looked at before it is. */
export type RuleChange = {
  readonly number: number;
  readonly what: ChangedTable;
  readonly key: string;
  /** The columns that the row has from then on. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly fromDay: string;
  readonly source: string;
  readonly note: string | null;
};

/** What staff may change, the rows that hold it, and the column that names one. */
export const changedTables = {
  fee: { rows: 'fees', key: 'code' },
  setting: { rows: 'settings', key: 'key' },
  validity: { rows: 'validities', key: 'typeKey' },
} as const satisfies Readonly<Record<string, { readonly rows: keyof ShippedRows; readonly key: string }>>;
export type ChangedTable = keyof typeof changedTables;

/**
 * The rows with the changes in the order given: each closes the row in force the day before its own and holds until the
 * next row of its key begins, whichever was published first. On one day, the later in the order takes the earlier's place.
 */
export function applyChanges(shipped: ShippedRows, changes: readonly RuleChange[]): ShippedRows {
  return changes.reduce(applyChange, shipped);
}

function applyChange(rows: ShippedRows, change: RuleChange): ShippedRows {
  const table = changedTables[change.what];
  const source = { key: sourceKeyOf(change), title: change.source, address: null, note: null };
  const changed = splice(rows[table.rows] as readonly Row[], table.key, change);
  return { ...rows, sources: [...rows.sources, source], [table.rows]: changed };
}

function sourceKeyOf({ number }: RuleChange): string {
  return `C${number}`;
}

type Row = { readonly [column: string]: unknown; readonly fromDay: string; readonly toDay: string | null };

function splice(rows: readonly Row[], keyColumn: string, change: RuleChange): Row[] {
  const { key, values, fromDay, note } = change;
  const ofKey = rows.filter((row) => row[keyColumn] === key).toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  const before = ofKey.findLast((row) => row.fromDay <= fromDay);
  const isInForce = before !== undefined && (before.toDay === null || before.toDay >= fromDay);
  const next = ofKey.find((row) => row.fromDay > fromDay);
  const toDay = isInForce ? before.toDay : next ? dayBefore(next.fromDay) : null;
  const said = { ...(before ?? next), [keyColumn]: key, ...values };
  const made = { ...said, fromDay, toDay, fromUnknown: false, source: sourceKeyOf(change), assumed: false, note };
  const kept = rows.flatMap((row) => {
    if (row !== before || !isInForce) return [row];
    return row.fromDay === fromDay ? [] : [{ ...row, toDay: dayBefore(fromDay) }];
  });
  return [...kept, made];
}

function dayBefore(text: string): string {
  return addDays(day(text), -1);
}
