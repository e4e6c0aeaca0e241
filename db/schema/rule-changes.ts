import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { id, instant } from './columns';

/** One row: the rows of the rulebook as the files of this version ship them, to which published changes are applied. */
export const shippedRules = pgTable(
  'shipped_rules',
  { id: integer().primaryKey().default(1), version: text().notNull(), rows: jsonb().$type<Record<string, unknown[]>>().notNull() },
  (t) => [check('shipped_rules_single', sql`${t.id} = 1`)],
);

/** A change of the rulebook that staff drafted. Published once approved; what it says never changes. */
export const ruleChange = pgTable(
  'rule_change',
  {
    id: id(),
    /** What people call it, and "C" and this the key of its source. */
    number: integer().notNull().unique('rule_change_number').generatedAlwaysAsIdentity(),
    what: text({ enum: ['fee', 'setting', 'validity'] }).notNull(),
    /** Of the row in its table: a fee code, a setting, a certificate type. */
    key: text().notNull(),
    /** The columns that the row has from then on. */
    values: jsonb().$type<Record<string, string | number>>().notNull(),
    fromDay: date({ mode: 'string' }).notNull(),
    /** Where it is written, in words. */
    source: text().notNull(),
    note: text(),
    draftedBy: uuid().notNull().references(() => account.id),
    draftedAt: instant().notNull(),
    approvedBy: uuid().references(() => account.id),
    approvedAt: instant(),
    withdrawnBy: uuid().references(() => account.id),
    withdrawnAt: instant(),
  },
  (t) => [
    index('rule_change_drafted_by').on(t.draftedBy),
    index('rule_change_approved_by').on(t.approvedBy),
    index('rule_change_withdrawn_by').on(t.withdrawnBy),
    check('rule_change_what', sql`${t.what} in ('fee', 'setting', 'validity')`),
    check('rule_change_source', sql`${t.source} ~ '[^[:space:]]'`),
    check('rule_change_approved', sql`(${t.approvedBy} is null) = (${t.approvedAt} is null)`),
    check('rule_change_withdrawn', sql`(${t.withdrawnBy} is null) = (${t.withdrawnAt} is null)`),
    check('rule_change_four_eyes', sql`${t.approvedBy} <> ${t.draftedBy}`),
    check('rule_change_taken_back', sql`${t.approvedBy} is null or ${t.withdrawnBy} <> ${t.draftedBy}`),
  ],
);
