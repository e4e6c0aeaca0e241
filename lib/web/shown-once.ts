import 'server-only';
import type { Secret } from '@/lib/shared/secret';
import { requestId } from './request';
import { whenAnswered } from './response-status';

/*
 * A secret that an action found and the page of the same answer shows: in no address, form state, cookie or log. It is kept
 * under the id of the request until that has been answered, and read once.
 */
const shared = globalThis as { cecsShownOnce?: Map<string, Secret> };
const waiting = (shared.cecsShownOnce ??= new Map<string, Secret>());

/** In an action. */
export async function showOnce(found: Secret): Promise<void> {
  const id = await requestId();
  // A request that nobody prepared has no end to wait for: then there is nothing to show it in.
  if (whenAnswered(id, () => waiting.delete(id))) waiting.set(id, found);
}

/** In the page that answers it. */
export async function takeShownOnce(): Promise<Secret | undefined> {
  const id = await requestId();
  const found = waiting.get(id);
  waiting.delete(id);
  return found;
}
