import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/*
 * A refused form answers 422, not 200, so that scripts, monitors and caches see what happened; a server action has no
 * words for that. Node announces each request on a diagnostics channel before Next sees it: the response is kept there for the
 * action to mark. instrumentation.ts starts this once per process (docs/decisions/0006).
 */
type Announced = { readonly request: IncomingMessage; readonly response: ServerResponse };

const shared = globalThis as { cecsResponses?: AsyncLocalStorage<Announced> };
const responses = (shared.cecsResponses ??= new AsyncLocalStorage<Announced>());

export function followResponses(): void {
  channel('http.server.request.start').subscribe((message) => {
    const announced = message as Announced;
    if (announced.request.method === 'POST') leadOnByGet(announced.response);
    responses.enterWith(announced);
  });
}

export function setResponseStatus(status: 403 | 409 | 422 | 429): void {
  const held = responses.getStore();
  if (held && !held.response.headersSent) held.response.statusCode = status;
}

// After a refused post the page is rendered, and may lead on: an application that another tab has submitted leads to its status.
// Next says 307 then, by which a browser without scripts sends the form again, to a page that does not know it.
function leadOnByGet(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 307 ? 303 : status, ...rest);
}
