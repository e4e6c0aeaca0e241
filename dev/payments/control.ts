import { z } from 'zod';
import type { Control } from './api';
import type { Book, Change } from './book';
import {
  closeDisputeByControl, disputeByControl, expireByControl, failRefundByControl, moneySummary, payByControl,
} from './control-payments';
import type { Deliveries } from './deliveries';
import { deliveryWish, type DeliveryRules } from './delivery-rules';
import { ApiError, missing, refused } from './errors';
import { faultWish, fits, type Faults } from './faults';
import { findRoute } from './routes';
import { settle } from './settle';

type Parts = {
  readonly book: Book;
  readonly faults: Faults;
  readonly rules: DeliveryRules;
  readonly deliveries: Deliveries;
};

type Asked = { readonly id: string; readonly query: URLSearchParams; readonly wish: unknown };
type Step = (parts: Parts, asked: Asked) => object | Promise<object>;

/** Bad days and time, on order. Only for tests and demonstrations; Stripe has nothing of the kind. */
const steps: Readonly<Record<string, Step>> = {
  'GET /control/faults': ({ faults }) => ({ data: faults.list() }),
  'POST /control/faults': ({ faults }, { wish }) => {
    faults.add(faultWish.parse(wish));
    return { data: faults.list() };
  },
  'DELETE /control/faults': ({ faults }, { query }) => {
    faults.clear(query.get('path') ?? undefined);
    return { data: faults.list() };
  },
  'GET /control/deliveries': (parts) => deliveryState(parts),
  'POST /control/deliveries': (parts, { wish }) => {
    parts.rules.add(deliveryWish.parse(wish));
    return deliveryState(parts);
  },
  'DELETE /control/deliveries': (parts) => {
    parts.rules.clear();
    return deliveryState(parts);
  },
  'POST /control/deliveries/flush': async (parts) => {
    await parts.deliveries.flush();
    return deliveryState(parts);
  },
  'POST /control/deliveries/release': async (parts, { wish }) => {
    const { order, seed } = releaseWish.parse(wish);
    await parts.deliveries.release(order, seed);
    return deliveryState(parts);
  },
  'POST /control/events/:id/deliver': async (parts, { id, wish }) => {
    if (!read(parts, (change) => change.find('event', id))) throw missing('event', id);
    await parts.deliveries.resend(id, resendWish.parse(wish).times);
    return deliveryState(parts);
  },
  'GET /control/clock': ({ book }) => ({ now: book.now() }),
  'POST /control/clock': ({ book }, { wish }) => setClock(book, wish),
  'GET /control/calls': (parts, { query }) => ({ data: callsLike(parts, query) }),
  'GET /control/money': (parts) => read(parts, moneySummary),
  'POST /control/sessions/:id/pay': ({ book }, { id, wish }) => book.commit((change) => payByControl(change, id, wish)),
  'POST /control/sessions/:id/expire': ({ book }, { id }) => book.commit((change) => expireByControl(change, id)),
  'POST /control/disputes': ({ book }, { wish }) => book.commit((change) => disputeByControl(change, wish)),
  'POST /control/disputes/:id/close': ({ book }, { id, wish }) => {
    return book.commit((change) => closeDisputeByControl(change, id, wish));
  },
  'POST /control/refunds/:id/fail': ({ book }, { id, wish }) => {
    return book.commit((change) => failRefundByControl(change, id, wish));
  },
};

const releaseWish = z.strictObject({
  order: z.enum(['created', 'reversed', 'shuffled']).default('created'),
  seed: z.string().default(''),
});
const resendWish = z.strictObject({ times: z.int().min(1).max(100).default(1) });
const clockWish = z.strictObject({ offset_seconds: z.int().optional(), advance_seconds: z.int().optional() });

export function createControl(parts: Parts): Control {
  return async (method, path, query, body) => {
    const route = findRoute(steps, method, path);
    if (!route) throw missing('control', `${method} ${path}`);
    settle(parts.book);
    try {
      return await route.target(parts, { id: route.ids[0] ?? '', query, wish: body === '' ? {} : JSON.parse(body) });
    } catch (thrown) {
      if (thrown instanceof ApiError) throw thrown;
      if (thrown instanceof z.ZodError || thrown instanceof SyntaxError) throw refused(thrown.message);
      throw thrown;
    }
  };
}

function read<T>({ book }: Parts, look: (change: Change) => T): T {
  return book.commit(look);
}

function deliveryState(parts: Parts): object {
  const data = read(parts, (change) => change.all('delivery').map((delivery) => {
    const { eventId, state, attempts, lastAnswer } = delivery;
    const type = change.find('event', eventId)?.type;
    return { event: eventId, type, state, attempts, last_answer: lastAnswer };
  }));
  return { rules: parts.rules.list(), data };
}

/** Moves the stand-in's clock: sessions, holds, refunds and idempotency keys age by it at once. */
function setClock(book: Book, wish: unknown): object {
  const { offset_seconds: offset, advance_seconds: advance } = clockWish.parse(wish);
  book.commit((change) => {
    const before = change.find('clock', 'clock')?.offsetSeconds ?? 0;
    change.put('clock', 'clock', { offsetSeconds: (offset ?? before) + (advance ?? 0) });
  });
  settle(book);
  return { now: book.now() };
}

function callsLike(parts: Parts, query: URLSearchParams): readonly object[] {
  const path = query.get('path') ?? undefined;
  return read(parts, (change) => change.all('call').filter((call) => fits(call.path, path)));
}
