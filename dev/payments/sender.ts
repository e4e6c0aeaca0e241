import { setTimeout as pause } from 'node:timers/promises';
import type { Book } from './book';
import type { Settings } from './call';
import { afterTry } from './delivery-state';
import { servedEvent } from './events';
import { post } from './post-event';

export type SenderParts = {
  readonly book: Book;
  readonly settings: Settings;
  readonly backOff: readonly number[];
  readonly stopping: AbortSignal;
  /** Called after every try, with its outcome in the book. */
  tried(): void;
};

export type Sender = {
  /** One try to deliver an event, and its outcome in the book; joins the try that is under way. */
  send(eventId: string): Promise<void>;
  isSending(eventId: string): boolean;
  count(): number;
  allDone(): Promise<void>;
};

export function createSender({ book, settings, backOff, stopping, tried }: SenderParts): Sender {
  const underWay = new Map<string, Promise<void>>();

  const tryOnce = async (id: string): Promise<void> => {
    const event = book.commit((change) => {
      const found = change.find('event', id);
      return found && servedEvent(change, found);
    });
    if (!event) return;
    const result = await post(event, settings, stopping);
    if (stopping.aborted) return;
    book.commit((change) => {
      const delivery = change.find('delivery', id);
      if (delivery) change.put('delivery', id, afterTry(delivery, result, backOff));
    });
  };

  return {
    send(id) {
      const joined = underWay.get(id);
      if (joined) return joined;
      const sending = tryOnce(id).catch(waitAfter).then(() => {
        underWay.delete(id);
        tried();
      });
      underWay.set(id, sending);
      return sending;
    },
    isSending: (id) => underWay.has(id),
    count: () => underWay.size,
    async allDone() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}

// A disk that is full for a while must not make this post the same event in a tight circle.
async function waitAfter(thrown: unknown): Promise<void> {
  process.stderr.write(`payment stand-in: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  await pause(1000);
}
