import { transact, type Tx } from '@/db/transact';
import type { ApplicationRecord } from '@/lib/applications/model';
import { canDecide } from '@/lib/applications/policy';
import { findApplication, findDecision, insertDecision, isEverythingMet, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import { fallDue, moneyFacts } from '@/lib/payments/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';

export type DecideInput = {
  readonly reference: string;
  readonly outcome: 'approved' | 'denied';
  readonly reason?: string | undefined;
};
export type DecideError = 'not_allowed' | 'not_found' | 'not_in_queue' | 'already_decided' | 'reason_missing' | 'no_person' | 'items_open';

/** Approves or denies an application in the queue. Approval makes the rest fall due; a denial says why. */
export async function decideApplication(
  ctx: Ctx<Staff>,
  input: DecideInput,
): Promise<Result<{ reference: string }, DecideError>> {
  const { outcome } = input;
  if (!canDecide(ctx.actor)) return err('not_allowed');
  const reason = outcome === 'denied' ? input.reason?.trim() : undefined;
  if (outcome === 'denied' && !reason) return err('reason_missing');
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application?.submittedAt) return err('not_found');
    const refusal = await refusalOf(tx, application, outcome);
    if (refusal) return err(refusal);
    const decided = { applicationId: application.id, outcome, reason: reason ?? null };
    await insertDecision(tx, { ...decided, decidedBy: ctx.actor.accountId, decidedAt: ctx.now });
    if (outcome === 'approved') await fallDue(tx, application.id, ctx.now);
    const money = await moneyFacts(tx, application.id);
    const status = await refreshStatus(tx, application, money, ctx.now);
    if (outcome === 'denied') await tell(tx, 'application_denied', application, ctx.now);
    if (outcome === 'approved' && money.owedNow > 0) await tell(tx, 'balance_due', application, ctx.now);
    const type = outcome === 'approved' ? 'application_approved' : 'application_denied';
    await recordAudit(tx, ctx, { type, subject: { kind: 'application', id: application.id }, details: { status } });
    return ok({ reference: application.reference });
  });
}

async function refusalOf(tx: Tx, application: ApplicationRecord, outcome: DecideInput['outcome']) {
  // The fact and not the status: an approved one whose balance is being paid has the status of its payment.
  if (await findDecision(tx, application.id)) return 'already_decided';
  if (!application.queuedOn || application.closedAt) return 'not_in_queue';
  // Money would fall due for a certificate that cannot be issued to anybody.
  if (outcome === 'denied') return undefined;
  if (!application.personId) return 'no_person';
  return (await isEverythingMet(tx, application.id)) ? undefined : 'items_open';
}

async function tell(tx: Tx, kind: string, { id: applicationId, accountId }: ApplicationRecord, now: Date): Promise<void> {
  await stageMessage(tx, { kind, dedupeKey: `${kind}:${applicationId}`, to: { accountId }, payload: { applicationId } }, now);
}
