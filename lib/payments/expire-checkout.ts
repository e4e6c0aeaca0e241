import { transact } from '@/db/transact';
import { NotDoneYet } from '@/lib/mail/model';
import type { Ctx, Worker } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';
import { closeCheckout, GatewayRefused } from './gateway';
import { openCheckoutPage } from './open-checkout-page';
import { settleAttempt } from './settle-attempt';
import { findAttempt } from './store';

/** Closes a payment page that is not wanted any more, then takes over whatever became of it: it may just have been paid. */
export async function expireCheckout(ctx: Ctx<Worker>, attemptId: string): Promise<void> {
  const opened = await openCheckoutPage(ctx, attemptId);
  if (!opened.ok && opened.error === 'gateway_unavailable') throw new NotDoneYet('gateway_unavailable');
  const found = await transact(ctx.actor, async (tx) => ok(await findAttempt(tx, attemptId)));
  const sessionId = found.ok ? found.value?.checkoutSessionId : undefined;
  if (!sessionId) return;
  try {
    await closeCheckout(sessionId);
  } catch (thrown) {
    if (!(thrown instanceof GatewayRefused)) throw thrown;
  }
  await settleAttempt(ctx, attemptId);
}
