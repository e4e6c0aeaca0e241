import 'server-only';
import type { Secret } from '@/lib/shared/secret';
import { requestId } from './request';
import { whenAnswered } from './response-status';

/*
 * What an action found and the page of the same answer shows: in no address, form state, cookie or log. It is kept
 * under the id of the request until that has been answered, and read once.
 */
const shared = globalThis as { cecsShownOnce?: Map<string, readonly Secret[]> };
const waiting = (shared.cecsShownOnce ??= new Map<string, readonly Secret[]>());

/** In an action. */
export async function showOnce(...found: readonly Secret[]): Promise<void> {
  const id = await requestId();
  // A request that nobody prepared has no end to wait for: then there is nothing to show it in.
  if (whenAnswered(id, () => waiting.delete(id))) waiting.set(id, found);
}

/** In the page that answers it; none on every other. */
export async function takeShownOnce(): Promise<readonly Secret[]> {
  const id = await requestId();
  const found = waiting.get(id);
  waiting.delete(id);
  return found ?? [];
}
