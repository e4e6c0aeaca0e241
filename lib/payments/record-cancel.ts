import { transact } from '@/db/transact';
import { lockApplicationById, refreshStatus } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';
import type { CaptureRefusal } from './rules';
import { moneyFacts } from './steps';
import { findAttempt, saveAttempt } from './store';

/** Books that held money was let go, by us or by the bank: nothing was charged, and the person is told why, once. */
export async function recordCancel(ctx: Ctx<Worker>, attemptId: string): Promise<void> {
  await transact(ctx.actor, async (tx) => {
    const seen = await findAttempt(tx, attemptId);
    const application = seen && (await lockApplicationById(tx, seen.applicationId));
    const attempt = await findAttempt(tx, attemptId, 'lock');
    if (!application || !attempt || attempt.state === 'cancelled') return ok();
    const refusal: CaptureRefusal = (attempt.refusal as CaptureRefusal | null) ?? 'hold_lapsed';
    await saveAttempt(tx, attemptId, { state: 'cancelled', refusal }, ctx.now);
    await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const to = { accountId: attempt.accountId };
    const message = { kind: 'card_not_accepted', dedupeKey: `card_not_accepted:${attemptId}`, to, payload: { attemptId } };
    await stageMessage(tx, message, ctx.now);
    const details = { attemptId, refusal };
    await recordAudit(tx, ctx, { type: 'card_not_accepted', subject: { kind: 'application', id: application.id }, details });
    return ok();
  });
}
