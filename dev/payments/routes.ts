import { listBalanceTransactions, retrieveBalanceTransaction } from './balance';
import type { Endpoint } from './call';
import { listCharges, retrieveCharge } from './charges';
import { listDisputes, retrieveDispute } from './disputes';
import { listEvents, retrieveEvent } from './events';
import {
  cancelIntentByCall, captureIntentByCall, listIntents, retrieveIntent, updateIntent,
} from './payment-intents';
import { createRefund, listRefunds, retrieveRefund, updateRefund } from './refunds';
import { createSession, expireSessionByCall, listLineItems, listSessions, retrieveSession } from './sessions';

/** Everything of Stripe's API that this stand-in answers. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  'POST /v1/checkout/sessions': createSession,
  'GET /v1/checkout/sessions': listSessions,
  'GET /v1/checkout/sessions/:id': retrieveSession,
  'POST /v1/checkout/sessions/:id/expire': expireSessionByCall,
  'GET /v1/checkout/sessions/:id/line_items': listLineItems,
  'GET /v1/payment_intents': listIntents,
  'GET /v1/payment_intents/:id': retrieveIntent,
  'POST /v1/payment_intents/:id': updateIntent,
  'POST /v1/payment_intents/:id/capture': captureIntentByCall,
  'POST /v1/payment_intents/:id/cancel': cancelIntentByCall,
  'GET /v1/charges': listCharges,
  'GET /v1/charges/:id': retrieveCharge,
  'POST /v1/refunds': createRefund,
  'GET /v1/refunds': listRefunds,
  'GET /v1/refunds/:id': retrieveRefund,
  'POST /v1/refunds/:id': updateRefund,
  'GET /v1/disputes': listDisputes,
  'GET /v1/disputes/:id': retrieveDispute,
  'GET /v1/balance_transactions': listBalanceTransactions,
  'GET /v1/balance_transactions/:id': retrieveBalanceTransaction,
  'GET /v1/events': listEvents,
  'GET /v1/events/:id': retrieveEvent,
};

export type Route<T> = { readonly target: T; readonly ids: readonly string[] };

/** Finds the entry of a table like `POST /things/:id` that fits, and the ids in the path. */
export function findRoute<T>(table: Readonly<Record<string, T>>, method: string, path: string): Route<T> | undefined {
  const asked = [method, ...path.split('/').slice(1)];
  for (const [pattern, target] of Object.entries(table)) {
    const [wantedMethod = '', wantedPath = ''] = pattern.split(' ');
    const parts = [wantedMethod, ...wantedPath.split('/').slice(1)];
    const fits = parts.length === asked.length
      && parts.every((part, index) => part === asked[index] || (part.startsWith(':') && asked[index] !== ''));
    if (fits) return { target, ids: asked.filter((_, index) => parts[index]?.startsWith(':')) };
  }
  return undefined;
}

export function findEndpoint(method: string, path: string): Route<Endpoint> | undefined {
  return findRoute(endpoints, method, path);
}
