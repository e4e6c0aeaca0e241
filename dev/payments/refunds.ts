import type Stripe from 'stripe';
import { z } from 'zod';
import type { Change } from './book';
import { idOf, type ApiCall } from './call';
import { missing, refused, refusedParameter } from './errors';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { integer, mergeMetadata, metadata, metadataUpdate, parameters, readParameters, text } from './params';
import { giveBack, refundable } from './refund-steps';

const createRefundParameters = parameters({
  amount: integer.optional(),
  charge: text().optional(),
  payment_intent: text().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
});

export function createRefund({ change, form }: ApiCall): object {
  const wanted = readParameters(createRefundParameters, form);
  if (wanted.amount !== undefined && wanted.amount <= 0) {
    throw refusedParameter('amount', 'Invalid positive integer', 'parameter_invalid_integer');
  }
  const charge = chargeWanted(change, wanted);
  const left = refundable(change, charge);
  if (left === 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (charge.disputed) {
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  }
  const amount = wanted.amount ?? left;
  if (amount > left) {
    const said = `Refund amount (${dollars(amount)}) is greater than unrefunded amount on charge (${dollars(left)})`;
    throw refused(said, { param: 'amount' });
  }
  return giveBack(change, charge, { amount, reason: wanted.reason ?? null, metadata: wanted.metadata ?? {} });
}

function chargeWanted(
  change: Change,
  wanted: { readonly charge?: string | undefined; readonly payment_intent?: string | undefined },
): Stripe.Charge {
  if (wanted.payment_intent) return chargeOfIntent(change, wanted.payment_intent);
  if (!wanted.charge) {
    throw refusedParameter('charge', 'One of the following params should be provided for this request: payment_intent '
      + 'or charge.', 'parameter_missing');
  }
  const charge = change.find('charge', wanted.charge);
  if (!charge) throw missing('charge', wanted.charge, 'charge');
  if (!charge.captured) {
    throw refused(`This uncaptured Charge was created by a PaymentIntent (${String(charge.payment_intent)}). You must `
      + 'cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly.');
  }
  return charge;
}

function chargeOfIntent(change: Change, id: string): Stripe.Charge {
  const intent = change.find('payment_intent', id);
  if (!intent) throw missing('payment_intent', id, 'payment_intent');
  const charge = typeof intent.latest_charge === 'string' ? change.find('charge', intent.latest_charge) : undefined;
  if (!charge?.captured) throw refused(`This PaymentIntent (${id}) does not have a successful charge to refund.`);
  return charge;
}

function dollars(amount: number): string {
  return `$${(amount / 100).toFixed(2)}`;
}

function requireRefund(change: Change, id: string): Stripe.Refund {
  const refund = change.find('refund', id);
  if (!refund) throw missing('refund', id);
  return refund;
}

export function retrieveRefund(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  return requireRefund(call.change, idOf(call));
}

const updateRefundParameters = parameters({ metadata: metadataUpdate.optional() });

export function updateRefund(call: ApiCall): object {
  const wanted = readParameters(updateRefundParameters, call.form);
  const refund = requireRefund(call.change, idOf(call));
  const updated = { ...refund, metadata: mergeMetadata(refund.metadata, wanted.metadata) };
  call.change.put('refund', refund.id, updated);
  return updated;
}

const listRefundsParameters = parameters({
  ...pageParameters,
  created: createdParameter,
  charge: text().optional(),
  payment_intent: text().optional(),
});

export function listRefunds({ change, form }: ApiCall): object {
  const wanted = readParameters(listRefundsParameters, form);
  const refunds = change.all('refund').filter((refund) =>
    wasCreated(refund, wanted.created)
    && (wanted.charge ?? refund.charge) === refund.charge
    && (wanted.payment_intent ?? refund.payment_intent) === refund.payment_intent);
  return pageOf(refunds, wanted, '/v1/refunds');
}
