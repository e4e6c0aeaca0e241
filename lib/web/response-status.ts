import 'server-only';
import { randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestId, requestIdHeader } from './request';

/*
 * A refused form answers 422, not 200, so that scripts, monitors and caches see what happened; a server action has no
 * words for that. Node announces each request on a diagnostics channel before Next sees it: the request gets its id there, and
 * the response is kept under it for whoever has to mark it (docs/decisions/0006). Not in an AsyncLocalStorage, which Node
 * carries along with every promise of every page.
 */
type Announced = { readonly request: IncomingMessage; readonly response: ServerResponse };

const shared = globalThis as { cecsResponses?: Map<string, ServerResponse> };
const responses = (shared.cecsResponses ??= new Map<string, ServerResponse>());

/** Once per process: instrumentation.ts. */
export function followResponses(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as Announced;
    const id = randomUUID();
    // Ours, whatever the request brought along.
    request.headers[requestIdHeader] = id;
    responses.set(id, response);
    response.once('close', () => responses.delete(id));
    if (request.method === 'POST') leadOnByGet(response);
  });
}

export async function setResponseStatus(status: 403 | 409 | 422 | 429): Promise<void> {
  markResponse(await requestId(), status);
}

export function markResponse(id: string, status: number): void {
  const response = responses.get(id);
  if (response && !response.headersSent) response.statusCode = status;
}

// After a refused post the page is rendered, and may lead on: an application that another tab has submitted leads to its status.
// Next says 307 then, by which a browser without scripts sends the form again, to a page that does not know it.
function leadOnByGet(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 307 ? 303 : status, ...rest);
}
