import { transact, type Tx } from '@/db/transact';
import { canDecide } from '@/lib/applications/policy';
import { heldOpenUntil, isOwed, requirementState } from '@/lib/applications/requirement-rules';
import { findApplication, findDecision, refreshStatus, requirementsOf, saveRequirement, type RequirementRow } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import { moneyFacts } from '@/lib/payments/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { paperOf } from '@/lib/rulebook/rules';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';

export type ReviewError = 'not_allowed' | 'not_found' | 'not_in_queue' | 'already_decided' | 'nothing_missing' | 'nothing_new';

/**
 * Ends a review that found something missing: the credential letter goes to the applicant, and the status says so until
 * something arrives (domain.md §6.4, §6.5). Sent again only when something has changed since. What is asked for the first time
 * gets its last day.
 */
export async function reviewApplication(
  ctx: Ctx<Staff>,
  input: { readonly reference: string },
): Promise<Result<{ reference: string }, ReviewError>> {
  if (!canDecide(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application?.submittedAt) return err('not_found');
    const { id, accountId, reference } = application;
    if (await findDecision(tx, id)) return err('already_decided');
    if (!application.queuedOn || application.closedAt) return err('not_in_queue');
    const ruleSet = await loadRuleSet(tx);
    const rows = await requirementsOf(tx, id);
    if (!hasChangedSince(rows, application.reviewedAt)) return err('nothing_new');
    const owed = rows.filter((row) => isOwed(requirementState(row), paperOf(ruleSet, row.paper).owedBy));
    if (owed.length === 0) return err('nothing_missing');
    await setLastDay(tx, owed, heldOpenUntil(ruleSet, dayInConnecticut(ctx.now)));
    const changed = { ...(await moneyFacts(tx, id)), reviewedAt: ctx.now };
    const status = await refreshStatus(tx, application, changed, ctx.now);
    const message = { kind: 'items_missing', dedupeKey: `items_missing:${id}:${ctx.now.toISOString()}` };
    await stageMessage(tx, { ...message, to: { accountId }, payload: { applicationId: id } }, ctx.now);
    const details = { papers: owed.map(({ paper }) => paper), status };
    await recordAudit(tx, ctx, { type: 'application_reviewed', subject: { kind: 'application', id }, details });
    return ok({ reference });
  });
}

async function setLastDay(tx: Tx, owed: readonly RequirementRow[], dueOn: Day | null): Promise<void> {
  for (const { id, dueOn: known } of owed) if (known === null) await saveRequirement(tx, id, { dueOn });
}

function hasChangedSince(rows: readonly RequirementRow[], reviewedAt: Date | null): boolean {
  if (reviewedAt === null) return true;
  return rows.some((row) => [row.askedAt, row.receivedAt, row.judgedAt].some((at) => at !== null && at > reviewedAt));
}
