import { transact, type Tx } from '@/db/transact';
import type { Judgement } from '@/lib/applications/requirement-model';
import { canDecide } from '@/lib/applications/policy';
import { findApplication, lockRequirement, refreshStatus, saveRequirement, type RequirementRow } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { moneyFacts } from '@/lib/payments/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { paperOf } from '@/lib/rulebook/rules';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import type { Verdict } from './requirement-model';

export type JudgeInput = {
  readonly reference: string;
  readonly requirement: string;
  readonly verdict: Verdict;
  /** For what arrived on paper and was not entered before. */
  readonly receivedOn?: Day | undefined;
  readonly note?: string | undefined;
};
export type JudgeError = 'not_allowed' | 'not_found' | 'already_decided' | 'not_received' | 'received_in_future';

/** Accepts an item of an application, refuses it for a coded reason, or says that it is not needed. May be changed until the decision. */
export async function judgeRequirement(ctx: Ctx<Staff>, input: JudgeInput): Promise<Result<{ reference: string }, JudgeError>> {
  if (!canDecide(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    const row = application?.submittedAt ? await lockRequirement(tx, application.id, input.requirement) : undefined;
    if (!application || !row) return err('not_found');
    if (application.closedAt ?? application.status.startsWith('approved')) return err('already_decided');
    const received = await receivedBy(tx, ctx, row, input);
    if (!received.ok) return received;
    const judgement = judgementOf(input.verdict);
    const refusalCode = judgement === 'refused' ? input.verdict : null;
    const judged = { judgement, refusalCode, judgedAt: ctx.now, judgedBy: ctx.actor.accountId, note: input.note ?? null };
    await saveRequirement(tx, row.id, { ...received.value, ...judged });
    const status = await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const details = { paper: row.paper, verdict: input.verdict, status };
    await recordAudit(tx, ctx, { type: 'requirement_judged', subject: { kind: 'application', id: application.id }, details });
    return ok({ reference: application.reference });
  });
}

function judgementOf(verdict: Verdict): Judgement {
  return verdict === 'accepted' || verdict === 'not_needed' ? verdict : 'refused';
}

type Received = Partial<Pick<RequirementRow, 'receivedAt' | 'receivedOn' | 'receivedHow'>>;

// Nothing that is not there can be judged, but for what the Bureau looks up itself.
async function receivedBy(
  tx: Tx,
  { now }: Ctx<Staff>,
  row: RequirementRow,
  { verdict, receivedOn }: JudgeInput,
): Promise<Result<Received, 'not_received' | 'received_in_future'>> {
  if (row.receivedAt !== null || verdict === 'not_needed') return ok({});
  if (receivedOn !== undefined && receivedOn > dayInConnecticut(now)) return err('received_in_future');
  if (receivedOn !== undefined) return ok({ receivedAt: now, receivedOn, receivedHow: 'mail' });
  return paperOf(await loadRuleSet(tx), row.paper).owedBy === 'bureau' ? ok({}) : err('not_received');
}
