import { transact, type Tx } from '@/db/transact';
import { canDecide } from '@/lib/applications/policy';
import { findApplication, insertDecision, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import { fallDue, moneyFacts } from '@/lib/payments/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';

export type DecideInput = { readonly reference: string; readonly outcome: 'approved' | 'denied'; readonly reason?: string | undefined };
export type DecideError = 'not_allowed' | 'not_found' | 'not_in_queue' | 'already_decided' | 'reason_missing';

/** Approves or denies an application in the queue. Approval makes the rest fall due; a denial says why. */
export async function decideApplication(
  ctx: Ctx<Staff>,
  input: DecideInput,
): Promise<Result<{ reference: string }, DecideError>> {
  if (!canDecide(ctx.actor)) return err('not_allowed');
  if (input.outcome === 'denied' && !input.reason) return err('reason_missing');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application) return err('not_found');
    if (['approved', 'approved_balance_due', 'issued', 'denied'].includes(application.status)) return err('already_decided');
    if (!application.queuedOn || application.closedAt) return err('not_in_queue');
    const { outcome } = input;
    const decided = { applicationId: application.id, outcome, reason: input.reason ?? null };
    await insertDecision(tx, { ...decided, decidedBy: ctx.actor.accountId, decidedAt: ctx.now });
    if (outcome === 'approved') await fallDue(tx, application.id, ctx.now);
    const status = await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const kind = outcome === 'denied' ? 'application_denied' : status === 'approved_balance_due' ? 'balance_due' : undefined;
    if (kind) await tell(tx, kind, application.id, application.accountId, ctx.now);
    const type = outcome === 'approved' ? 'application_approved' : 'application_denied';
    await recordAudit(tx, ctx, { type, subject: { kind: 'application', id: application.id }, details: { status } });
    return ok({ reference: application.reference });
  });
}

async function tell(tx: Tx, kind: string, applicationId: string, accountId: string, now: Date): Promise<void> {
  await stageMessage(tx, { kind, dedupeKey: `${kind}:${applicationId}`, to: { accountId }, payload: { applicationId } }, now);
}
