import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { day, dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { canApproveRules } from './policy';
import type { RuleChangeRefusal } from './rule-change-model';
import { whyNotPublished } from './rule-change-rules';
import { lockRulebook, republish, ruleChangeEvent, rulesAround } from './rule-change-steps';
import { lockRuleChange, saveRuleChange } from './rule-change-store';

export type ApproveRuleChangeError = 'not_allowed' | 'not_found' | 'settled_already' | 'own_draft' | RuleChangeRefusal;

/** The second of two people: the change is published, and holds from its day on. */
export async function approveRuleChange(ctx: Ctx<Staff>, { id }: { readonly id: string }): Promise<Result<void, ApproveRuleChangeError>> {
  if (!canApproveRules(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx): Promise<Result<void, ApproveRuleChangeError>> => {
    await lockRulebook(tx);
    const change = await lockRuleChange(tx, id);
    if (!change) return err('not_found');
    if (change.approvedAt || change.withdrawnAt) return err('settled_already');
    if (change.draftedBy === ctx.actor.accountId) return err('own_draft');
    const asked = { ...change, fromDay: day(change.fromDay) };
    const refusal = whyNotPublished(asked, await rulesAround(tx, change), dayInConnecticut(ctx.now));
    if (refusal) return err(refusal);
    await saveRuleChange(tx, id, { approvedBy: ctx.actor.accountId, approvedAt: ctx.now });
    const version = await republish(tx);
    const event = ruleChangeEvent('rule_change_published', change);
    await recordAudit(tx, ctx, { ...event, details: { ...event.details, version } });
    return ok();
  });
}
