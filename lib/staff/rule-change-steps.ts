import { applyChanges, type RuleChange } from '@/db/seed/apply-changes';
import { lockRules, readRules, syncRules } from '@/db/seed/sync';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { assembleRuleSet } from '@/lib/rulebook/rules';
import type { Around } from './rule-change-rules';
import type { RuleChangeRow } from './rule-change-store';

/** Until commit nobody else publishes, takes back or loads shipped rows. Before any row is locked. */
export const lockRulebook = (tx: Tx): Promise<void> => lockRules(tx);

/** The rulebook without the change and with it, as all else is published now. */
export async function rulesAround(tx: Tx, change: RuleChange & { readonly id?: string }): Promise<Around> {
  const { version, shipped, changes } = await readRules(tx);
  const others = changes.filter(({ id }) => id !== change.id);
  const isPublished = others.length < changes.length;
  return {
    before: assembleRuleSet(`${version} without`, applyChanges(shipped, others)),
    after: assembleRuleSet(`${version} with`, applyChanges(shipped, isPublished ? changes : [...changes, change])),
  };
}

/** Brings the rulebook to what is published now; every process reads it again. Returns its version. */
export async function republish(tx: Tx): Promise<string> {
  return (await syncRules(tx, 'changeable')).version;
}

export function ruleChangeEvent(type: AuditEvent['type'], change: Pick<RuleChangeRow, 'id' | 'number' | 'what' | 'key' | 'fromDay'>): AuditEvent {
  const { id, number, what, key, fromDay } = change;
  return { type, subject: { kind: 'rule_change', id }, details: { number, what, key, fromDay } };
}
