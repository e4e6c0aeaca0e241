import { createHash } from 'node:crypto';
import type { Book } from './book';
import type { Delivery } from './records';

export function idsInState(book: Book, state: Delivery['state']): string[] {
  return book.commit((change) => change.all('delivery').filter((one) => one.state === state).map((one) => one.eventId));
}

export function ordered(ids: readonly string[], order: 'created' | 'reversed' | 'shuffled', seed: string): readonly string[] {
  if (order === 'created') return ids;
  if (order === 'reversed') return ids.toReversed();
  const rank = (id: string) => createHash('sha256').update(`${seed} ${ids.indexOf(id)}`).digest('hex');
  return ids.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What became of a delivery by one more try. `backOff` is how long to wait after the first, second… failure. */
export function afterTry(
  before: Delivery,
  result: { readonly accepted: boolean; readonly said: string },
  backOff: readonly number[],
): Delivery {
  const after = { ...before, attempts: before.attempts + 1, lastAnswer: result.said };
  if (result.accepted) {
    const copies = Math.max(0, before.copies - 1);
    return { ...after, copies, state: copies > 0 ? 'pending' : 'delivered' };
  }
  if (before.state !== 'pending' && before.state !== 'held') return after;
  const wait = backOff[before.attempts];
  return wait === undefined
    ? { ...after, state: 'given_up' }
    : { ...after, state: 'pending', dueAt: Date.now() + wait };
}
