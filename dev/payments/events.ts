import type Stripe from 'stripe';
import type { Change } from './book';
import { idOf, type ApiCall } from './call';
import { missing, refusedParameter } from './errors';
import { newId } from './ids';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { flag, list, parameters, readParameters, text } from './params';

/** The version this stand-in speaks. When the SDK moves on this stops compiling, and the changelog is to be read. */
export const apiVersion = '2026-10-28.endive' satisfies typeof Stripe.API_VERSION;

export type EventType = Stripe.Event['type'];
type ObjectOf<T extends EventType> = Extract<Stripe.Event, { type: T }>['data']['object'];

/** Puts an event with the object as it is now, and its delivery, into the change that brought it about. */
export function emit<T extends EventType>(change: Change, type: T, object: ObjectOf<T>): void {
  const id = newId('evt');
  change.put('event', id, {
    id,
    object: 'event',
    api_version: apiVersion,
    created: change.at,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: change.origin?.id ?? null, idempotency_key: change.origin?.idempotencyKey ?? null },
    type,
  });
  const due = { state: 'pending', attempts: 0, copies: 1, dueAt: 0, lastAnswer: null } as const;
  change.put('delivery', id, { eventId: id, ...due });
}

function isDelivered(change: Change, id: string): boolean {
  return change.find('delivery', id)?.state === 'delivered';
}

export function servedEvent(change: Change, event: Stripe.EventBase): Stripe.EventBase {
  return { ...event, pending_webhooks: isDelivered(change, event.id) ? 0 : 1 };
}

export function retrieveEvent(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  const event = call.change.find('event', idOf(call));
  if (!event) throw missing('event', idOf(call));
  return servedEvent(call.change, event);
}

const listEventsParameters = parameters({
  ...pageParameters,
  created: createdParameter,
  type: text().optional(),
  types: list(text()).optional(),
  delivery_success: flag.optional(),
});

export function listEvents({ change, form }: ApiCall): object {
  const wanted = readParameters(listEventsParameters, form);
  if (wanted.type && wanted.types) {
    throw refusedParameter('types', 'You may only specify one of these parameters: type, types.', 'parameters_exclusive');
  }
  const types = wanted.types ?? (wanted.type ? [wanted.type] : ['*']);
  const events = change.all('event').filter((event) =>
    wasCreated(event, wanted.created)
    && types.some((type) => isOfType(event, type))
    && (wanted.delivery_success === undefined || isDelivered(change, event.id) === wanted.delivery_success));
  return pageOf(events.map((event) => servedEvent(change, event)), wanted, '/v1/events');
}

/** `charge.*` stands for every type that begins so, as in Stripe's own filter. */
export function isOfType(event: { readonly type: string }, pattern: string): boolean {
  return pattern.endsWith('*') ? event.type.startsWith(pattern.slice(0, -1)) : event.type === pattern;
}
