import 'server-only';
import type { ServerResponse } from 'node:http';
import { requestId } from './request';

/*
 * A refused form answers 422, not 200, so that scripts, monitors and caches see what happened; a server action has no
 * words for that. So each response is kept under the id of its request, for whoever has to mark it (docs/decisions/0006). Not
 * in an AsyncLocalStorage, which Node carries along with every promise of every page.
 */
const shared = globalThis as { cecsResponses?: Map<string, ServerResponse> };
const responses = (shared.cecsResponses ??= new Map<string, ServerResponse>());

export function keepResponse(id: string, response: ServerResponse): void {
  responses.set(id, response);
  response.once('close', () => responses.delete(id));
}

export async function setResponseStatus(status: 403 | 409 | 422 | 429): Promise<void> {
  markResponse(await requestId(), status);
}

export function markResponse(id: string, status: number): void {
  const response = responses.get(id);
  if (response && !response.headersSent) response.statusCode = status;
}

/** Says whether there is such an answer to wait for. */
export function whenAnswered(id: string, then: () => void): boolean {
  const response = responses.get(id);
  response?.once('close', then);
  return response !== undefined;
}
