import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { account } from '@/db/schema/accounts';
import { ruleChange } from '@/db/schema/rule-changes';
import type { Tx } from '@/db/transact';
import { must } from '@/lib/shared/result';

export type RuleChangeRow = typeof ruleChange.$inferSelect;

export async function insertRuleChange(tx: Tx, row: typeof ruleChange.$inferInsert): Promise<RuleChangeRow> {
  const [made] = await tx.insert(ruleChange).values(row).returning();
  return must(made, 'the change just drafted');
}

export async function lockRuleChange(tx: Tx, id: string): Promise<RuleChangeRow | undefined> {
  const [row] = await tx.select().from(ruleChange).where(eq(ruleChange.id, id)).for('update');
  return row;
}

type Settled = Partial<Pick<RuleChangeRow, 'approvedBy' | 'approvedAt' | 'withdrawnBy' | 'withdrawnAt'>>;

export async function saveRuleChange(tx: Tx, id: string, values: Settled): Promise<void> {
  await tx.update(ruleChange).set(values).where(eq(ruleChange.id, id));
}

export async function isSameDrafted(tx: Tx, { what, key, fromDay }: Pick<RuleChangeRow, 'what' | 'key' | 'fromDay'>): Promise<boolean> {
  const same = and(eq(ruleChange.what, what), eq(ruleChange.key, key), eq(ruleChange.fromDay, fromDay));
  const rows = await tx.select({ id: ruleChange.id }).from(ruleChange).where(and(same, isNull(ruleChange.approvedAt), isNull(ruleChange.withdrawnAt)));
  return rows.length > 0;
}

const [drafter, approver, withdrawer] = [alias(account, 'drafter'), alias(account, 'approver'), alias(account, 'withdrawer')];
const nameOf = (of: { firstName: AnyPgColumn; lastName: AnyPgColumn }) => sql<string | null>`${of.firstName} || ' ' || ${of.lastName}`;

export type NamedRuleChange = RuleChangeRow & {
  readonly drafter: string | null;
  readonly approver: string | null;
  readonly withdrawer: string | null;
};

/** The latest drafted first. */
export async function listRuleChanges(tx: Tx, id?: string): Promise<NamedRuleChange[]> {
  const rows = await tx
    .select({ change: ruleChange, drafter: nameOf(drafter), approver: nameOf(approver), withdrawer: nameOf(withdrawer) })
    .from(ruleChange)
    .leftJoin(drafter, eq(drafter.id, ruleChange.draftedBy))
    .leftJoin(approver, eq(approver.id, ruleChange.approvedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, ruleChange.withdrawnBy))
    .where(id === undefined ? undefined : eq(ruleChange.id, id))
    .orderBy(desc(ruleChange.number))
    .limit(200);
  return rows.map(({ change, ...names }) => ({ ...change, ...names }));
}
