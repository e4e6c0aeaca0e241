import type Stripe from 'stripe';
import type { Change } from './book';
import { idOf, type ApiCall } from './call';
import { missing } from './errors';
import { newId } from './ids';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { parameters, readParameters, text } from './params';

const day = 86_400;
const daysUntilAvailable = 2;

type Movement = {
  readonly type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
  readonly category: string;
  readonly amount: number;
  readonly fee: number;
  readonly source: string;
};

/** Records money that moved on the account, and answers the id of the balance transaction. */
export function moveMoney(change: Change, { type, category, amount, fee, source }: Movement): string {
  const id = newId('txn');
  change.put('balance_transaction', id, {
    id,
    object: 'balance_transaction',
    amount,
    available_on: change.at + daysUntilAvailable * day,
    balance_type: 'payments',
    created: change.at,
    currency: 'usd',
    description: null,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, category)],
    net: amount - fee,
    reporting_category: category,
    source,
    status: 'pending',
    type,
  });
  return id;
}

/** Stripe's published price for American cards: 2.9 % and 30 cents. */
export function cardFee(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

function feeDetail(amount: number, category: string): Stripe.BalanceTransaction.FeeDetail {
  const description = category === 'dispute' ? 'Dispute fee' : 'Stripe processing fees';
  return { amount, application: null, currency: 'usd', description, type: 'stripe_fee' };
}

export function servedBalanceTransaction(change: Change, moved: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  return { ...moved, status: change.at >= moved.available_on ? 'available' : 'pending' };
}

export function retrieveBalanceTransaction(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  const moved = call.change.find('balance_transaction', idOf(call));
  if (!moved) throw missing('balance transaction', idOf(call));
  return servedBalanceTransaction(call.change, moved);
}

const listParameters = parameters({
  ...pageParameters,
  created: createdParameter,
  currency: text().optional(),
  source: text().optional(),
  type: text().optional(),
});

export function listBalanceTransactions({ change, form }: ApiCall): object {
  const wanted = readParameters(listParameters, form);
  const moved = change.all('balance_transaction').filter((one) =>
    wasCreated(one, wanted.created)
    && (wanted.currency ?? one.currency) === one.currency
    && (wanted.source ?? one.source) === one.source
    && (wanted.type ?? one.type) === one.type);
  const served = moved.map((one) => servedBalanceTransaction(change, one));
  return pageOf(served, wanted, '/v1/balance_transactions');
}
