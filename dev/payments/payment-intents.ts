import type Stripe from 'stripe';
import { z } from 'zod';
import type { Change } from './book';
import { idOf, type ApiCall } from './call';
import { missing, refused, unexpectedState } from './errors';
import { cancelIntent, captureIntent, latestCharge, sessionOf } from './intent-steps';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { integer, mergeMetadata, metadataUpdate, parameters, readParameters, text } from './params';

function requireIntent(change: Change, id: string): Stripe.PaymentIntent {
  const intent = change.find('payment_intent', id);
  if (!intent) throw missing('payment_intent', id, 'intent');
  return intent;
}

export function retrieveIntent(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  return requireIntent(call.change, idOf(call));
}

const listIntentsParameters = parameters({ ...pageParameters, created: createdParameter });

export function listIntents({ change, form }: ApiCall): object {
  const wanted = readParameters(listIntentsParameters, form);
  const intents = change.all('payment_intent').filter((intent) => wasCreated(intent, wanted.created));
  return pageOf(intents, wanted, '/v1/payment_intents');
}

const updateIntentParameters = parameters({
  metadata: metadataUpdate.optional(),
  description: text(1000).optional(),
});

export function updateIntent(call: ApiCall): object {
  const wanted = readParameters(updateIntentParameters, call.form);
  const intent = requireIntent(call.change, idOf(call));
  const updated: Stripe.PaymentIntent = {
    ...intent,
    description: wanted.description ?? intent.description,
    metadata: mergeMetadata(intent.metadata, wanted.metadata),
  };
  call.change.put('payment_intent', intent.id, updated);
  return updated;
}

const captureParameters = parameters({
  amount_to_capture: integer.optional(),
  metadata: metadataUpdate.optional(),
});

export function captureIntentByCall(call: ApiCall): object {
  const wanted = readParameters(captureParameters, call.form);
  const intent = requireIntent(call.change, idOf(call));
  const held = latestCharge(call.change, intent);
  if (intent.status !== 'requires_capture' || !held) throw notCapturable(intent);
  const amount = wanted.amount_to_capture ?? intent.amount_capturable;
  checkAmount(amount, intent);
  const named = { ...intent, metadata: mergeMetadata(intent.metadata, wanted.metadata) };
  return captureIntent(call.change, named, held, amount);
}

function checkAmount(amount: number, intent: Stripe.PaymentIntent): void {
  const param = 'amount_to_capture';
  if (amount > intent.amount_capturable) {
    const said = `The amount to capture (${amount}) is greater than the amount capturable (${intent.amount_capturable}).`;
    throw refused(said, { code: 'amount_too_large', param });
  }
  if (amount < 50) throw refused('Amount must be at least $0.50 usd', { code: 'amount_too_small', param });
}

function notCapturable(intent: Stripe.PaymentIntent) {
  const said = intent.status === 'succeeded'
    ? 'This PaymentIntent could not be captured because it has already been captured.'
    : `This PaymentIntent could not be captured because it has a status of ${intent.status}. `
      + 'Only a PaymentIntent with one of the following statuses may be captured: requires_capture.';
  return unexpectedState(said, intent);
}

const cancelParameters = parameters({
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

const cancelable = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action', 'processing'];

export function cancelIntentByCall(call: ApiCall): object {
  const wanted = readParameters(cancelParameters, call.form);
  const intent = requireIntent(call.change, idOf(call));
  if (!cancelable.includes(intent.status)) {
    throw unexpectedState(`You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a `
      + `PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`, intent);
  }
  if (sessionOf(call.change, intent.id)?.status === 'open') {
    throw unexpectedState('You cannot cancel this PaymentIntent because it was created by a Checkout Session that is '
      + 'still open. Expire the Checkout Session instead.', intent);
  }
  return cancelIntent(call.change, intent, wanted.cancellation_reason ?? null);
}
