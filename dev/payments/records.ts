import type Stripe from 'stripe';
import type { CardOnFile } from './cards';
import type { IntentWanted } from './session-params';

/** One webhook: at least once to the product, with back-off, until it answers 2xx. */
export type Delivery = {
  readonly eventId: string;
  readonly state: 'pending' | 'held' | 'delivered' | 'withheld' | 'given_up';
  readonly attempts: number;
  /** How many 2xx answers are still wanted; two when the control asked for the event to arrive twice. */
  readonly copies: number;
  /** Real time in milliseconds, not the stand-in's clock: the wire knows nothing of a shifted clock. */
  readonly dueAt: number;
  readonly lastAnswer: string | null;
};

/** The first answer given under an idempotency key. */
export type Answer = {
  readonly key: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly at: number;
  readonly requestId: string;
  readonly status: number;
  readonly body: string;
};

export type RecordedCall = {
  readonly request_id: string;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly idempotency_key: string | null;
  readonly status: number;
  readonly replayed: boolean;
};

/** A refund that settles some seconds after it was made, as Stripe's refund test cards do. */
export type RefundFate = { readonly refundId: string; readonly at: number; readonly outcome: 'succeeded' | 'failed' };

/** Everything the stand-in remembers, by kind and id. The objects are the SDK's own types, so drift fails to compile. */
export type Records = {
  session: Stripe.Checkout.Session;
  line_items: readonly Stripe.LineItem[];
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  event: Stripe.EventBase;
  delivery: Delivery;
  card: CardOnFile;
  /** What the session's payment intent is to be like once there is one. */
  session_intent: IntentWanted;
  refund_fate: RefundFate;
  answer: Answer;
  call: RecordedCall;
  clock: { readonly offsetSeconds: number };
};

export type Kind = keyof Records;
export type Tables = { [K in Kind]: Map<string, Records[K]> };

export function emptyTables(): Tables {
  return {
    session: new Map(),
    line_items: new Map(),
    payment_intent: new Map(),
    charge: new Map(),
    refund: new Map(),
    dispute: new Map(),
    balance_transaction: new Map(),
    event: new Map(),
    delivery: new Map(),
    card: new Map(),
    session_intent: new Map(),
    refund_fate: new Map(),
    answer: new Map(),
    call: new Map(),
    clock: new Map(),
  };
}
