import { and, lt, notInArray } from 'drizzle-orm';
import { paymentAttempt } from '@/db/schema/payments';
import { transact } from '@/db/transact';
import type { Ctx, Worker } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';
import { GatewayRefused } from './gateway';
import { openCheckoutPage } from './open-checkout-page';
import { settleAttempt } from './settle-attempt';

/** Settled on its own by webhooks within seconds; what has not moved for this long is asked about. */
const quietMinutes = 2;

/** Asks the gateway about every attempt that is not settled: with every webhook lost, this alone ends in the same state. */
export async function reconcileAttempts(ctx: Ctx<Worker>): Promise<number> {
  const quietSince = new Date(ctx.now.getTime() - quietMinutes * 60_000);
  const stuck = await transact(ctx.actor, async (tx) =>
    ok(
      await tx
        .select({ id: paymentAttempt.id, state: paymentAttempt.state })
        .from(paymentAttempt)
        .where(
          and(notInArray(paymentAttempt.state, ['captured', 'cancelled', 'expired']), lt(paymentAttempt.updatedAt, quietSince)),
        )
        .limit(100),
    ),
  );
  if (!stuck.ok) return 0;
  for (const one of stuck.value) await reconcile(ctx, one);
  return stuck.value.length;
}

async function reconcile(ctx: Ctx<Worker>, one: { id: string; state: string }): Promise<void> {
  try {
    if (one.state === 'created') await openCheckoutPage(ctx, one.id);
    await settleAttempt(ctx, one.id);
  } catch (thrown) {
    if (!(thrown instanceof GatewayRefused)) throw thrown;
  }
}
