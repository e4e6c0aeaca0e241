import type { Book } from './book';
import { idsInState, ordered } from './delivery-state';
import type { DeliveryRules } from './delivery-rules';
import { createSender, type SenderParts } from './sender';

const atOnce = 8;

export type Deliveries = {
  /** Sends the held events one after the other; `shuffled` is the same order for the same seed. */
  release(order: 'created' | 'reversed' | 'shuffled', seed: string): Promise<void>;
  /** Sends an event again, whatever became of it before. */
  resend(eventId: string, times: number): Promise<void>;
  /** Tries everything that still waits now, without back-off, and ends when nothing is under way. */
  flush(): Promise<void>;
  stop(): Promise<void>;
};

type Parts = Omit<SenderParts, 'stopping' | 'tried'> & { readonly rules: DeliveryRules };

/** Sends events to the product until it answers 2xx. What is still owed is in the journal, so a restart goes on. */
export function startDeliveries({ rules, ...parts }: Parts): Deliveries {
  const { book } = parts;
  const stopping = new AbortController();
  const sender = createSender({ ...parts, stopping: stopping.signal, tried: () => pump() });
  const waiting = new Set(idsInState(book, 'pending'));
  let timer: NodeJS.Timeout | undefined;

  const pump = (): void => {
    clearTimeout(timer);
    if (stopping.signal.aborted) return;
    const now = Date.now();
    const idle = idleOf(book, waiting, sender.isSending);
    const due = idle.filter(({ dueAt }) => dueAt <= now).slice(0, Math.max(0, atOnce - sender.count()));
    for (const { eventId } of due) void sender.send(eventId);
    const next = Math.min(...idle.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now));
    if (Number.isFinite(next)) timer = setTimeout(pump, Math.min(next - now, 60_000));
  };

  followDeliveries(book, rules, waiting, () => queueMicrotask(pump));
  pump();

  return {
    async release(order, seed) {
      for (const id of ordered(idsInState(book, 'held'), order, seed)) await sender.send(id);
    },
    async resend(eventId, times) {
      for (let sent = 0; sent < times; sent += 1) await sender.send(eventId);
    },
    async flush() {
      await sender.allDone();
      await Promise.all([...waiting].map(sender.send));
      await sender.allDone();
    },
    async stop() {
      clearTimeout(timer);
      stopping.abort();
      await sender.allDone();
    },
  };
}

function idleOf(book: Book, waiting: ReadonlySet<string>, isSending: (id: string) => boolean) {
  return book.commit((change) => [...waiting].flatMap((id) => {
    const delivery = isSending(id) ? undefined : change.find('delivery', id);
    return delivery ? [delivery] : [];
  }));
}

/** Keeps `waiting` true to the book, after the rules had their say on each new event. */
function followDeliveries(book: Book, rules: DeliveryRules, waiting: Set<string>, changed: () => void): void {
  const known = new Set(book.commit((change) => change.all('delivery').map(({ eventId }) => eventId)));
  book.onDeliveries((ids) => {
    const fresh = ids.filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    book.commit((change) => {
      for (const id of fresh) rules.apply(change, id);
    });
    for (const delivery of book.commit((change) => ids.map((id) => change.find('delivery', id)))) {
      if (delivery?.state === 'pending') waiting.add(delivery.eventId);
      else if (delivery) waiting.delete(delivery.eventId);
    }
    changed();
  });
}
