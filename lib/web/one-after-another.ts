import 'server-only';

let last: Promise<unknown> = Promise.resolve();

/** Does what needs much memory one after another, in the order in which it was asked for. */
export async function oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
