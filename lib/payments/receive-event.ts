import { gatewayEvent } from '@/db/schema/payments';
import { transact } from '@/db/transact';
import { enqueue } from '@/lib/mail/steps';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { verifyEvent } from './gateway';

/** Takes in one webhook call: signature, inbox row, promised work. Ten copies of an event are one row and one job. */
export async function receiveEvent(
  ctx: Ctx,
  input: { readonly body: string; readonly signature: string },
): Promise<Result<void, 'not_from_gateway'>> {
  const event = await verifyEvent(input.body, input.signature);
  if (!event) return err('not_from_gateway');
  return transact(ctx.actor, async (tx) => {
    const inserted = await tx
      .insert(gatewayEvent)
      .values({ eventId: event.id, type: event.type, objectId: event.objectId, receivedAt: ctx.now })
      .onConflictDoNothing({ target: gatewayEvent.eventId });
    if (inserted.count === 0 || !event.attemptId) return ok();
    const payload = { attemptId: event.attemptId };
    const dedupeKey = `settle_attempt:${event.id}`;
    await enqueue(tx, { kind: 'settle_attempt', payload, dedupeKey, at: ctx.now, now: ctx.now });
    return ok();
  });
}
