import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkKey, checkVersion } from './access';
import type { Book } from './book';
import type { Endpoint, Settings } from './call';
import { ApiError, apiErrorOf, broken, errorText, tooMany } from './errors';
import { apiVersion } from './events';
import type { Fault, Faults } from './faults';
import { decodeForm, type Form } from './form';
import { header, readBody, send, type Reply } from './http';
import { keyedCall, type Keyed } from './idempotency';
import { newId } from './ids';
import { workOnce } from './keyed-work';
import { findEndpoint, type Route } from './routes';
import { settle } from './settle';

export type Control = (method: string, path: string, query: URLSearchParams, body: string) => Promise<object>;

type Parts = {
  readonly book: Book;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly control: Control;
};

/** Answers the API port: Stripe's endpoints under /v1, the control of the stand-in under /control. */
export function createApi(parts: Parts): (req: IncomingMessage, res: ServerResponse) => void {
  const locked = new Set<string>();
  return (req, res) => {
    const requestId = newId('req', 14);
    answer(parts, locked, req, requestId)
      .catch((thrown: unknown) => replyTo(thrown))
      .then((reply) => {
        if (reply === 'cut') req.socket.destroy();
        else send(res, { ...reply, headers: { ...commonHeaders(req, requestId), ...reply.headers } });
      })
      .catch(() => req.socket.destroy());
  };
}

function commonHeaders(req: IncomingMessage, requestId: string): Record<string, string> {
  const key = header(req, 'idempotency-key');
  return {
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': apiVersion,
    ...(key && { 'idempotency-key': key }),
  };
}

function replyTo(thrown: unknown): Reply {
  const { status, body } = apiErrorOf(thrown);
  return { status, body: errorText(body), headers: status === 409 ? { 'stripe-should-retry': 'true' } : {} };
}

async function answer(
  parts: Parts,
  locked: Set<string>,
  req: IncomingMessage,
  requestId: string,
): Promise<Reply | 'cut'> {
  const { pathname: path, searchParams: query } = new URL(req.url ?? '/', 'http://stand-in');
  const method = req.method ?? 'GET';
  const body = await readBody(req);
  checkKey(req, parts.settings.secretKey);
  if (path.startsWith('/control/')) {
    const found = await parts.control(method, path, query, body);
    return { status: 200, body: JSON.stringify(found, null, 2) };
  }
  checkVersion(req);
  settle(parts.book);
  const fault = parts.faults.take(method, path);
  if (fault?.do === 'lose_request') return 'cut';
  refuseBefore(fault);
  const form = decodeForm(method === 'GET' ? query.toString() : body);
  const asked = { requestId, method, path, form, keyed: keyOf(req, path, form), route: routeOf(method, path) };
  const reply = await workOnce({ ...parts, locked }, asked, fault);
  return fault?.do === 'lose_response' ? 'cut' : reply;
}

/** The troubles that keep a call from reaching its endpoint at all. */
function refuseBefore(fault: Fault | undefined): void {
  if (fault?.do === 'answer_429') throw tooMany();
  if (fault?.do === 'answer_500' && !fault.remembered && !fault.after_work) throw broken();
}

function keyOf(req: IncomingMessage, path: string, form: Form): Keyed | undefined {
  const key = req.method === 'POST' ? header(req, 'idempotency-key') : undefined;
  return key === undefined ? undefined : keyedCall(key, path, form);
}

function routeOf(method: string, path: string): Route<Endpoint> {
  const route = findEndpoint(method, path);
  if (route) return route;
  const message = `Unrecognized request URL (${method}: ${path}).`;
  throw new ApiError(404, { type: 'invalid_request_error', message }, false);
}
