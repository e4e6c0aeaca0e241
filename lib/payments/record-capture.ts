import { transact } from '@/db/transact';
import { lockApplicationById, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';
import { shareOut } from './rules';
import { moneyFacts, postPayment } from './steps';
import { findAttempt, insertReceipt, obligationsOf, saveAttempt, sharesOfAttempt } from './store';

/** Books a capture that has happened: ledger, receipt, status, and the word to the payer, once. */
export async function recordCapture(ctx: Ctx<Worker>, attemptId: string): Promise<void> {
  await transact(ctx.actor, async (tx) => {
    const seen = await findAttempt(tx, attemptId);
    const application = seen && (await lockApplicationById(tx, seen.applicationId));
    if (!application) return ok();
    const obligations = await obligationsOf(tx, application.id, 'lock');
    const attempt = await findAttempt(tx, attemptId, 'lock');
    if (attempt?.state !== 'capture_requested') return ok();
    const spread = shareOut(await sharesOfAttempt(tx, attemptId), obligations);
    const booked = { kind: 'card_captured', sourceKey: `capture:${attemptId}`, into: 'card_clearing' } as const;
    const transactionId = await postPayment(tx, { ...booked, applicationId: application.id, ...spread }, ctx.now);
    await saveAttempt(tx, attemptId, { state: 'captured' }, ctx.now);
    if (transactionId) {
      const { accountId } = attempt;
      const paidWith = { brand: attempt.brand ?? '', lastFour: attempt.lastFour ?? '' };
      const receipt = { accountId, applicationId: application.id, transactionId, cents: attempt.cents, paidWith };
      const number = await insertReceipt(tx, { ...receipt, method: 'card', issuedAt: ctx.now });
      const message = { kind: 'payment_received', dedupeKey: `payment_received:${number}`, to: { accountId } };
      await stageMessage(tx, { ...message, payload: { receiptNumber: String(number) } }, ctx.now);
    }
    await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const details = { attemptId, cents: attempt.cents };
    await recordAudit(tx, ctx, { type: 'card_captured', subject: { kind: 'application', id: application.id }, details });
    return ok();
  });
}
