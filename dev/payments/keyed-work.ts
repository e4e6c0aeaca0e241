import { setTimeout as pause } from 'node:timers/promises';
import type { Book, Change } from './book';
import type { Endpoint, Settings } from './call';
import { ApiError, broken, errorText } from './errors';
import { expand } from './expand';
import type { Fault } from './faults';
import type { Form } from './form';
import type { Reply } from './http';
import { findAnswer, inProgress, type Keyed } from './idempotency';
import type { Route } from './routes';

export type Asked = {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly form: Form;
  readonly keyed: Keyed | undefined;
  readonly route: Route<Endpoint>;
};

type Parts = { readonly book: Book; readonly settings: Settings; readonly locked: Set<string> };

/** Does the work at most once under a key: a second call meanwhile is refused, a later one gets the first answer. */
export async function workOnce(parts: Parts, asked: Asked, fault: Fault | undefined): Promise<Reply> {
  const { keyed } = asked;
  const { locked } = parts;
  if (!keyed) return work(parts, asked, fault);
  if (locked.has(keyed.key)) throw inProgress(keyed.key);
  const before = parts.book.commit((change) => findAnswer(change, keyed));
  if (before) {
    parts.book.commit((change) => record(change, asked, before.status, true));
    const headers = { 'idempotent-replayed': 'true', 'original-request': before.requestId, ...noRetry(before.status) };
    return { status: before.status, body: before.body, headers };
  }
  locked.add(keyed.key);
  try {
    return await work(parts, asked, fault);
  } finally {
    locked.delete(keyed.key);
  }
}

async function work(parts: Parts, asked: Asked, fault: Fault | undefined): Promise<Reply> {
  if (fault?.do === 'slow') await pause(fault.milliseconds);
  const origin = { id: asked.requestId, idempotencyKey: asked.keyed?.key ?? null };
  const breaks = fault?.do === 'answer_500';
  try {
    return parts.book.commit((change) => {
      if (breaks && !fault.after_work) throw broken();
      const done = asked.route.target({ change, ids: asked.route.ids, form: asked.form, settings: parts.settings });
      const body = JSON.stringify(expand(change, done, asked.form), null, 2);
      const reply = breaks ? errorReply(broken()) : { status: 200, body };
      remember(change, asked, reply, !breaks || fault.remembered);
      return { ...reply, headers: noRetry(reply.status) };
    }, origin);
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    const reply = errorReply(thrown);
    parts.book.commit((change) => remember(change, asked, reply, thrown.remembered));
    return { ...reply, headers: noRetry(reply.status) };
  }
}

// Stripe tells its clients not to retry a remembered 500: they would only hear it again.
function noRetry(status: number): Record<string, string> {
  return status >= 500 ? { 'stripe-should-retry': 'false' } : {};
}

function remember(change: Change, asked: Asked, reply: Reply, keeps: boolean): void {
  const { keyed, requestId } = asked;
  if (keyed && keeps) {
    const { status, body } = reply;
    change.put('answer', keyed.key, { ...keyed, at: change.at, requestId, status, body });
  }
  record(change, asked, reply.status, false);
}

function record(change: Change, { requestId, method, path, keyed }: Asked, status: number, replayed: boolean): void {
  if (method !== 'POST') return;
  const call = { request_id: requestId, at: change.at, method, path, status, replayed };
  change.put('call', requestId, { ...call, idempotency_key: keyed?.key ?? null });
}

function errorReply({ status, body }: ApiError): Reply {
  return { status, body: errorText(body) };
}
