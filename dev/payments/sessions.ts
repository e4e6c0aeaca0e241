import type Stripe from 'stripe';
import { z } from 'zod';
import type { Change } from './book';
import { idOf, type ApiCall } from './call';
import { missing, refused, refusedParameter } from './errors';
import { emit } from './events';
import { cancelIntent } from './intent-steps';
import { lineItemFrom } from './line-items';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { parameters, readParameters, text } from './params';
import { sessionFrom } from './session-object';
import { createSessionParameters, type CreateSession } from './session-params';

const minute = 60;
const hour = 60 * minute;
const smallestTotal = 50;
const largestTotal = 99_999_999;

export function createSession({ change, form, settings }: ApiCall): object {
  if ('payment_method_types' in form) throw typesNoLongerSupported();
  const wanted = readParameters(createSessionParameters, form);
  const expiresAt = wanted.expires_at ?? change.at + 24 * hour;
  checkWanted(wanted, expiresAt, change.at);
  const items = wanted.line_items.map((item) => lineItemFrom(item, change.at));
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  checkTotal(total);
  const session = sessionFrom(wanted, { at: change.at, total, expiresAt, pageOrigin: settings.pageOrigin });
  change.put('session', session.id, session);
  change.put('line_items', session.id, items);
  change.put('session_intent', session.id, wanted.payment_intent_data ?? {});
  return session;
}

// docs.stripe.com/changelog/endive/2026-09-30/remove-payment-method-types-checkout-sessions
function typesNoLongerSupported() {
  const message = 'The parameter payment_method_types is no longer supported. Use allowed_payment_method_types instead.';
  return refusedParameter('payment_method_types', message, 'payment_method_types_no_longer_supported');
}

function checkWanted(wanted: CreateSession, expiresAt: number, at: number): void {
  if (wanted.allowed_payment_method_types?.includes('card') === false) {
    throw refusedParameter('allowed_payment_method_types', 'No valid payment method types for this Checkout Session.');
  }
  if (expiresAt < at + 30 * minute) {
    const said = 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.';
    throw refusedParameter('expires_at', said);
  }
  if (expiresAt > at + 24 * hour) {
    const said = 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.';
    throw refusedParameter('expires_at', said);
  }
}

function checkTotal(total: number): void {
  if (total < smallestTotal) {
    const said = "The Checkout Session's total amount must be at least $0.50 usd.";
    throw refusedParameter('line_items', said, 'amount_too_small');
  }
  if (total > largestTotal) {
    const said = "The Checkout Session's total amount must be no more than $999,999.99.";
    throw refusedParameter('line_items', said, 'amount_too_large');
  }
}

export function requireSession(change: Change, id: string): Stripe.Checkout.Session {
  const session = change.find('session', id);
  if (!session) throw missing('checkout.session', id, 'session');
  return session;
}

export function retrieveSession(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  return requireSession(call.change, idOf(call));
}

const listSessionsParameters = parameters({
  ...pageParameters,
  created: createdParameter,
  payment_intent: text().optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
});

export function listSessions({ change, form }: ApiCall): object {
  const wanted = readParameters(listSessionsParameters, form);
  const sessions = change.all('session').filter((session) =>
    wasCreated(session, wanted.created)
    && (wanted.payment_intent ?? session.payment_intent) === session.payment_intent
    && (wanted.status ?? session.status) === session.status);
  return pageOf(sessions, wanted, '/v1/checkout/sessions');
}

export function listLineItems({ change, ids, form }: ApiCall): object {
  const wanted = readParameters(parameters(pageParameters), form);
  const session = requireSession(change, ids[0] ?? '');
  return lineItemsPage(change, session, wanted);
}

/** Unlike all other lists, a session's items come in the order they were given. */
export function lineItemsPage(change: Change, session: Stripe.Checkout.Session, page: Parameters<typeof pageOf>[1]) {
  const items = change.find('line_items', session.id) ?? [];
  return pageOf(items.toReversed(), page, `/v1/checkout/sessions/${session.id}/line_items`);
}

export function expireSessionByCall(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  const session = requireSession(call.change, idOf(call));
  if (session.status !== 'open') {
    throw refused('Only Checkout Sessions with a status in ["open"] can be expired. '
      + `This Checkout Session has a status of \`${session.status}\`.`);
  }
  return expireSession(call.change, session);
}

/** Closes an open session for good; an intent begun on it is canceled with it. */
export function expireSession(change: Change, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const expired: Stripe.Checkout.Session = { ...session, status: 'expired', url: null };
  change.put('session', session.id, expired);
  const begun = typeof session.payment_intent === 'string' && change.find('payment_intent', session.payment_intent);
  if (begun && begun.status !== 'canceled') cancelIntent(change, begun, 'expired');
  emit(change, 'checkout.session.expired', expired);
  return expired;
}
