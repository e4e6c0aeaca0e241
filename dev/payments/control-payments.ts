import type Stripe from 'stripe';
import { z } from 'zod';
import type { Change } from './book';
import { closeDispute, openDispute } from './dispute-steps';
import { missing, refused } from './errors';
import { authenticated } from './pay';
import { failRefund } from './refund-steps';
import { expireSession, requireSession } from './sessions';
import { takeCard } from './take-card';

const payWish = z.strictObject({
  number: z.string(),
  email: z.email().default('payer@example.com'),
  name: z.string().default('Pat Payer'),
  postal_code: z.string().default('06115'),
  exp_month: z.int().min(1).max(12).default(12),
  exp_year: z.int().default(2099),
  /** What the payer does when their bank asks. */
  authenticate: z.enum(['complete', 'fail']).default('complete'),
});

/** Pays as the page would, for tests that need no browser. */
export function payByControl(change: Change, id: string, wish: unknown): object {
  const asked = payWish.parse(wish);
  const session = requireOpen(change, id);
  const payer = { ...asked, postalCode: asked.postal_code, expMonth: asked.exp_month, expYear: asked.exp_year };
  const { email, name, postalCode, expMonth, expYear } = payer;
  const taken = takeCard(change, session, asked.number, { email, name, postalCode, expMonth, expYear });
  if (taken.kind !== 'authenticate') return taken;
  return authenticated(change, requireSession(change, id), asked.authenticate === 'complete') ?? taken;
}

export function expireByControl(change: Change, id: string): object {
  return expireSession(change, { ...requireOpen(change, id), expires_at: change.at });
}

function requireOpen(change: Change, id: string): Stripe.Checkout.Session {
  const session = requireSession(change, id);
  if (session.status !== 'open') throw refused(`This Checkout Session has a status of \`${session.status}\`.`);
  return session;
}

const disputeWish = z.strictObject({
  payment_intent: z.string(),
  reason: z.string().default('fraudulent'),
  amount: z.int().positive().optional(),
});

export function disputeByControl(change: Change, wish: unknown): object {
  const asked = disputeWish.parse(wish);
  const charge = change.all('charge').find((one) => one.payment_intent === asked.payment_intent && one.captured);
  if (!charge) throw missing('captured charge of payment_intent', asked.payment_intent);
  if (charge.disputed) throw refused('This charge is already disputed.');
  return openDispute(change, charge, { reason: asked.reason, amount: asked.amount ?? charge.amount_captured });
}

export function closeDisputeByControl(change: Change, id: string, wish: unknown): object {
  const { status } = z.strictObject({ status: z.enum(['won', 'lost']) }).parse(wish);
  const dispute = change.find('dispute', id);
  if (!dispute) throw missing('dispute', id);
  if (dispute.status !== 'needs_response') throw refused('This dispute is already closed.');
  return closeDispute(change, dispute, status);
}

export function failRefundByControl(change: Change, id: string, wish: unknown): object {
  const { reason } = z.strictObject({ reason: z.string().default('expired_or_canceled_card') }).parse(wish);
  const refund = change.find('refund', id);
  if (!refund) throw missing('refund', id);
  if (refund.status === 'failed') throw refused('This refund has failed already.');
  return failRefund(change, refund, reason);
}

/** What truly happened to money, whatever was answered about it. */
export function moneySummary(change: Change): object {
  const charges = change.all('charge');
  const intents = change.all('payment_intent');
  return {
    held: intents.filter((intent) => intent.status === 'requires_capture').map(({ id, amount, metadata }) => {
      return { payment_intent: id, amount, metadata };
    }),
    captures: charges.filter((charge) => charge.captured).map(({ id, payment_intent, amount_captured, metadata }) => {
      return { charge: id, payment_intent, amount: amount_captured, metadata };
    }),
    cancels: intents.filter((intent) => intent.status === 'canceled').map(({ id, cancellation_reason, metadata }) => {
      return { payment_intent: id, reason: cancellation_reason, metadata };
    }),
    refunds: change.all('refund').filter((refund) => refund.balance_transaction !== null)
      .map(({ id, payment_intent, amount, status }) => ({ refund: id, payment_intent, amount, status })),
  };
}
