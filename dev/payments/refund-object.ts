import type Stripe from 'stripe';
import { newId } from './ids';

type Facts = {
  readonly amount: number;
  readonly at: number;
  readonly reason: Stripe.Refund.Reason | null;
  readonly metadata: Record<string, string>;
  readonly status: 'succeeded' | 'pending';
};

/** A refund of a charge. One that only releases a hold moves no money and has no balance transaction. */
export function refundFrom(charge: Stripe.Charge, facts: Facts): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount: facts.amount,
    balance_transaction: null,
    charge: charge.id,
    created: facts.at,
    currency: 'usd',
    customer: null,
    customer_account: null,
    destination_details: { card: { type: charge.captured ? 'refund' : 'reversal' }, type: 'card' },
    metadata: facts.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: facts.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: facts.status,
    transfer_reversal: null,
  };
}
