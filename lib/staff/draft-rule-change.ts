import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { canDraftRules } from './policy';
import type { RuleChangeDraft, RuleChangeRefusal } from './rule-change-model';
import { whyNotPublished } from './rule-change-rules';
import { ruleChangeEvent, rulesAround } from './rule-change-steps';
import { insertRuleChange, isSameDrafted } from './rule-change-store';

export type DraftRuleChangeError = 'not_allowed' | 'drafted_already' | RuleChangeRefusal;

/** Writes down what is to change in the rulebook. Nothing changes until somebody else has looked at it and approved. */
export async function draftRuleChange(ctx: Ctx<Staff>, draft: RuleChangeDraft): Promise<Result<{ id: string }, DraftRuleChangeError>> {
  if (!canDraftRules(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx): Promise<Result<{ id: string }, DraftRuleChangeError>> => {
    const around = await rulesAround(tx, { ...draft, number: 0 });
    const refusal = whyNotPublished(draft, around, dayInConnecticut(ctx.now));
    if (refusal) return err(refusal);
    if (await isSameDrafted(tx, draft)) return err('drafted_already');
    const change = await insertRuleChange(tx, { ...draft, draftedBy: ctx.actor.accountId, draftedAt: ctx.now });
    await recordAudit(tx, ctx, ruleChangeEvent('rule_change_drafted', change));
    return ok({ id: change.id });
  });
}
