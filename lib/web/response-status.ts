import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/*
 * A refused form answers 422, not 200, so that scripts, monitors and caches see what happened; a server action has no
 * words for that. Node announces each request on a diagnostics channel before Next sees it: the response is kept there for the
 * action to mark. instrumentation.ts starts this once per process (docs/decisions/0006).
 */
type Held = { readonly response: ServerResponse };

const shared = globalThis as { cecsResponses?: AsyncLocalStorage<Held> };
const responses = (shared.cecsResponses ??= new AsyncLocalStorage<Held>());

export function followResponses(): void {
  channel('http.server.request.start').subscribe((announced) => {
    responses.enterWith({ response: (announced as { response: ServerResponse }).response });
  });
}

export function setResponseStatus(status: 403 | 409 | 422 | 429): void {
  const held = responses.getStore();
  if (held && !held.response.headersSent) held.response.statusCode = status;
}
