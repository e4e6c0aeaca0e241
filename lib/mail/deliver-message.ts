import { eq } from 'drizzle-orm';
import { message } from '@/db/schema/mail';
import { transact } from '@/db/transact';
import type { Worker } from '@/lib/shared/context';
import { Invariant, ok } from '@/lib/shared/result';
import { NotDoneYet, type MessageRenderer, type RenderedMessage } from './model';
import { send, type Sending } from './transport';

const worker: Worker = { kind: 'worker', job: 'deliver_message' };

/**
 * Renders, sends, and writes down what became of it. A crash between sending and writing ends in a second copy with the
 * same Message-ID, never in silence.
 */
export async function deliverMessage(
  renderers: Readonly<Record<string, MessageRenderer>>,
  messageId: string,
  now: Date,
): Promise<void> {
  const rendered = await renderStaged(renderers, messageId, now);
  if (rendered === 'already_settled') return;
  const sending: Sending = rendered
    ? await send(messageId, rendered)
    : { outcome: 'refused', failure: 'nobody_to_write_to' };
  if (sending.outcome === 'unreachable') throw new NotDoneYet(sending.failure);
  await settle(messageId, sending, now);
}

async function renderStaged(
  renderers: Readonly<Record<string, MessageRenderer>>,
  messageId: string,
  now: Date,
): Promise<RenderedMessage | undefined | 'already_settled'> {
  const result = await transact<RenderedMessage | undefined | 'already_settled', never>(worker, async (tx) => {
    const [row] = await tx.select().from(message).where(eq(message.id, messageId));
    if (!row || row.state !== 'queued') return ok('already_settled' as const);
    const renderer = renderers[row.kind];
    if (!renderer) throw new Invariant(`No renderer for messages of kind ${row.kind}`);
    return ok(await renderer(tx, row, now));
  });
  return result.ok ? result.value : undefined;
}

async function settle(messageId: string, sending: Exclude<Sending, { outcome: 'unreachable' }>, now: Date): Promise<void> {
  await transact(worker, async (tx) => {
    await tx
      .update(message)
      .set(
        sending.outcome === 'accepted'
          ? { state: 'accepted', acceptedAt: now }
          : { state: 'failed', failedAt: now, failure: sending.failure },
      )
      .where(eq(message.id, messageId));
    return ok();
  });
}
