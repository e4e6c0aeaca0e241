import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { canApproveRules, canDraftRules } from './policy';
import { lockRulebook, republish, ruleChangeEvent } from './rule-change-steps';
import { lockRuleChange, saveRuleChange, type RuleChangeRow } from './rule-change-store';

export type WithdrawRuleChangeError = 'not_allowed' | 'not_found' | 'settled_already' | 'own_draft' | 'in_force_already';

/**
 * Takes a draft back, by whoever drafted it or may approve it; or a published change before its day, by somebody else than
 * its drafter. One in force can only be followed by another.
 */
export async function withdrawRuleChange(ctx: Ctx<Staff>, { id }: { readonly id: string }): Promise<Result<void, WithdrawRuleChangeError>> {
  if (!canDraftRules(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    await lockRulebook(tx);
    const change = await lockRuleChange(tx, id);
    if (!change) return err('not_found');
    const refusal = refusalOf(ctx, change);
    if (refusal) return err(refusal);
    await saveRuleChange(tx, id, { withdrawnBy: ctx.actor.accountId, withdrawnAt: ctx.now });
    if (change.approvedAt) await republish(tx);
    await recordAudit(tx, ctx, ruleChangeEvent('rule_change_withdrawn', change));
    return ok();
  });
}

function refusalOf({ actor, now }: Ctx<Staff>, change: RuleChangeRow): WithdrawRuleChangeError | undefined {
  const isMine = change.draftedBy === actor.accountId;
  if (change.withdrawnAt) return 'settled_already';
  if (!isMine && !canApproveRules(actor)) return 'not_allowed';
  if (!change.approvedAt) return undefined;
  if (isMine) return 'own_draft';
  return change.fromDay <= dayInConnecticut(now) ? 'in_force_already' : undefined;
}
