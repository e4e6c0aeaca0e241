import type Stripe from 'stripe';
import { moveMoney } from './balance';
import type { Change } from './book';
import { emit } from './events';
import { refundFrom } from './refund-object';

const secondsUntilRefundSettles = 5;

/** What of a captured charge can still be given back: released holds and failed refunds do not count. */
export function refundable(change: Change, charge: Stripe.Charge): number {
  return charge.amount_captured - givenBack(change, charge.id);
}

function givenBack(change: Change, chargeId: string): number {
  const refunds = change.all('refund').filter((refund) => refund.charge === chargeId && refund.status !== 'failed');
  const ofCaptured = refunds.filter((refund) => refund.balance_transaction !== null);
  return ofCaptured.reduce((total, refund) => total + refund.amount, 0);
}

type Wanted = {
  readonly amount: number;
  readonly reason: Stripe.Refund.Reason | null;
  readonly metadata: Record<string, string>;
};

export function giveBack(change: Change, charge: Stripe.Charge, wanted: Wanted): Stripe.Refund {
  const intentId = typeof charge.payment_intent === 'string' ? charge.payment_intent : '';
  const fate = change.find('card', intentId)?.fate.refund;
  const status = fate === 'settles_later' ? 'pending' : 'succeeded';
  const made = refundFrom(charge, { ...wanted, at: change.at, status });
  const moved = moveMoney(change, {
    type: 'refund',
    category: 'refund',
    amount: -wanted.amount,
    fee: 0,
    source: made.id,
  });
  const refund: Stripe.Refund = { ...made, balance_transaction: moved };
  change.put('refund', refund.id, refund);
  if (fate) {
    const at = change.at + secondsUntilRefundSettles;
    const outcome = fate === 'fails_later' ? 'failed' : 'succeeded';
    change.put('refund_fate', refund.id, { refundId: refund.id, at, outcome });
  }
  const after = withRefunded(charge, charge.amount_refunded + wanted.amount);
  change.put('charge', charge.id, after);
  emit(change, 'refund.created', refund);
  emit(change, 'charge.refunded', after);
  return refund;
}

/** Days later the bank sends the money back to the account: the charge is no longer refunded. */
export function failRefund(change: Change, refund: Stripe.Refund, reason: string): Stripe.Refund {
  const movement = { type: 'refund_failure', category: 'refund_failure', fee: 0, source: refund.id } as const;
  const failed: Stripe.Refund = {
    ...refund,
    failure_balance_transaction: moveMoney(change, { ...movement, amount: refund.amount }),
    failure_reason: reason,
    status: 'failed',
  };
  change.put('refund', refund.id, failed);
  const charge = typeof refund.charge === 'string' ? change.find('charge', refund.charge) : undefined;
  if (charge) change.put('charge', charge.id, withRefunded(charge, charge.amount_refunded - refund.amount));
  emit(change, 'refund.updated', failed);
  emit(change, 'refund.failed', failed);
  return failed;
}

export function settleRefund(change: Change, refund: Stripe.Refund): void {
  const settled: Stripe.Refund = { ...refund, status: 'succeeded' };
  change.put('refund', refund.id, settled);
  emit(change, 'refund.updated', settled);
}

function withRefunded(charge: Stripe.Charge, amount: number): Stripe.Charge {
  return { ...charge, amount_refunded: amount, refunded: amount === charge.amount };
}
