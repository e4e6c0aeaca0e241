import type Stripe from 'stripe';
import { cardFee, moveMoney } from './balance';
import type { Change } from './book';
import { openDispute } from './dispute-steps';
import { emit } from './events';
import { refundFrom } from './refund-object';

/** The charge of the last card tried on an intent, if one was. */
export function latestCharge(change: Change, intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return typeof intent.latest_charge === 'string' ? change.find('charge', intent.latest_charge) : undefined;
}

/** The session an intent was made on. */
export function sessionOf(change: Change, intentId: string): Stripe.Checkout.Session | undefined {
  return change.all('session').find((session) => session.payment_intent === intentId);
}

/** Takes held money, all or part; what is left of the hold is let go, as Stripe does. */
export function captureIntent(
  change: Change,
  intent: Stripe.PaymentIntent,
  held: Stripe.Charge,
  amount: number,
): Stripe.PaymentIntent {
  const fee = cardFee(amount);
  const moved = moveMoney(change, { type: 'charge', category: 'charge', amount, fee, source: held.id });
  const captured = { ...held, captured: true, amount_captured: amount, balance_transaction: moved };
  const charge = release(change, captured, held.amount - amount, null);
  change.put('charge', charge.id, charge);
  const succeeded: Stripe.PaymentIntent = {
    ...intent,
    amount_capturable: 0,
    amount_received: amount,
    status: 'succeeded',
  };
  change.put('payment_intent', intent.id, succeeded);
  const session = sessionOf(change, intent.id);
  if (session) change.put('session', session.id, { ...session, payment_status: 'paid' });
  emit(change, intent.capture_method === 'manual' ? 'charge.captured' : 'charge.succeeded', charge);
  emit(change, 'payment_intent.succeeded', succeeded);
  if (change.find('card', intent.id)?.fate.disputed) openDispute(change, charge, { reason: 'fraudulent', amount });
  return succeeded;
}

/** Gives up an intent. A hold is let go: nothing was ever charged. */
export function cancelIntent(
  change: Change,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const held = intent.status === 'requires_capture' ? latestCharge(change, intent) : undefined;
  const lapsed = reason === 'automatic';
  if (held) {
    const charge = release(change, held, held.amount, lapsed ? 'expired_uncaptured_charge' : null);
    change.put('charge', charge.id, charge);
    emit(change, lapsed ? 'charge.expired' : 'charge.refunded', charge);
  }
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    amount_capturable: 0,
    canceled_at: change.at,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  };
  change.put('payment_intent', intent.id, canceled);
  emit(change, 'payment_intent.canceled', canceled);
  return canceled;
}

// Letting a hold go shows as refunded on the charge, with a refund that moved no money.
function release(
  change: Change,
  charge: Stripe.Charge,
  amount: number,
  reason: Stripe.Refund.Reason | null,
): Stripe.Charge {
  if (amount === 0) return charge;
  const refund = refundFrom(charge, { amount, at: change.at, reason, metadata: {}, status: 'succeeded' });
  change.put('refund', refund.id, refund);
  return { ...charge, amount_refunded: amount, refunded: amount === charge.amount };
}
