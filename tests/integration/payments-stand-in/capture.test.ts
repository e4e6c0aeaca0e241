import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { extraCards } from '@/dev/payments/cards';
import { errorOf, heldPayment, sessionWish, startRig, withRig, type Rig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const week = 7 * 86_400;
const retrieve = (id: string) => rig.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });

describe('money that is held', () => {
  test('waits for capture: the session is complete and unpaid, the charge says what card it was', async () => {
    const { session, intent, charge } = await heldPayment(rig);
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid', url: null });
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount: 37_500,
      amount_capturable: 37_500,
      amount_received: 0,
      capture_method: 'manual',
      currency: 'usd',
      livemode: false,
      metadata: { attempt_id: 'attempt-1' },
    });
    expect(charge).toMatchObject({
      captured: false, paid: true, status: 'succeeded', balance_transaction: null, amount: 37_500, refunded: false,
    });
    expect(charge.payment_method_details?.card).toMatchObject({
      brand: 'visa', funding: 'credit', last4: '4242', exp_month: 12, exp_year: 2099, capture_before: charge.created + week,
    });
    expect(await rig.stripe.charges.retrieve(charge.id)).toMatchObject({ id: charge.id, payment_intent: intent.id });
  });

  test('is taken by capture, and the account shows it less the fee', async () => {
    const { session, intent } = await heldPayment(rig);
    const captured = await rig.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: `capture:${intent.id}` });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 37_500, amount_capturable: 0 });
    expect((await rig.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    const { latest_charge: charge } = await rig.stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(charge).toMatchObject({
      captured: true,
      amount_captured: 37_500,
      balance_transaction: { type: 'charge', amount: 37_500, fee: 1118, net: 36_382, status: 'pending' },
    });
    const types = (await rig.events()).filter((event) => event.request?.idempotency_key === `capture:${intent.id}`);
    expect(types.map((event) => event.type).sort()).toEqual(['charge.captured', 'payment_intent.succeeded']);
  });

  test('is let go by cancel, and nothing was charged', async () => {
    const { intent, charge } = await heldPayment(rig);
    const canceled = await rig.stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'duplicate' });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'duplicate', amount_capturable: 0 });
    expect((await retrieve(intent.id)).latest_charge).toMatchObject({
      captured: false, refunded: true, amount_refunded: 37_500, amount_captured: 0, balance_transaction: null,
    });
    expect((await rig.stripe.balanceTransactions.list({ source: charge.id })).data).toEqual([]);
    const told = (await rig.events()).map((event) => [event.type, event.data.object]);
    expect(told).toContainEqual(['payment_intent.canceled', expect.objectContaining({ id: intent.id })]);
    expect(told).toContainEqual(['charge.refunded', expect.objectContaining({ id: charge.id })]);
  });

  test('can be taken in part; the rest is let go', async () => {
    const { intent } = await heldPayment(rig);
    const captured = await rig.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 5000 });
    expect(captured).toMatchObject({ status: 'succeeded', amount: 37_500, amount_received: 5000 });
    expect((await retrieve(intent.id)).latest_charge).toMatchObject({
      amount_captured: 5000, amount_refunded: 32_500, refunded: false,
    });
  });

  test('is let go by itself after seven days', () => withRig(async (one) => {
    const { intent, charge } = await heldPayment(one);
    await one.control('POST', 'clock', { advance_seconds: week - 60 });
    expect((await one.stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture');
    await one.control('POST', 'clock', { advance_seconds: 120 });
    expect(await one.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'canceled', cancellation_reason: 'automatic',
    });
    const error = await errorOf(one.stripe.paymentIntents.capture(intent.id));
    expect(error.code).toBe('payment_intent_unexpected_state');
    const told = (await one.events()).map((event) => [event.type, event.data.object]);
    expect(told).toContainEqual(['charge.expired', expect.objectContaining({ id: charge.id, captured: false })]);
  }));

  test('is taken at once when the session does not ask to hold it', async () => {
    const { session, intent, charge } = await heldPayment(rig, undefined, { payment_intent_data: {} });
    expect(session.payment_status).toBe('paid');
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 37_500 });
    expect(charge.captured).toBe(true);
  });
});

describe('the wrong moment', () => {
  type Doing = (id: string) => Promise<unknown>;
  const capture: Doing = (id) => rig.stripe.paymentIntents.capture(id);
  const cancel: Doing = (id) => rig.stripe.paymentIntents.cancel(id);
  const cases: [string, Doing, Doing, string][] = [
    ['capture after capture', capture, capture, 'already been captured'],
    ['cancel after capture', capture, cancel, 'status of succeeded'],
    ['capture after cancel', cancel, capture, 'status of canceled'],
    ['cancel after cancel', cancel, cancel, 'status of canceled'],
  ];

  test.each(cases)('%s is refused and tells the state', async (_, first, second, said) => {
    const { intent } = await heldPayment(rig);
    await first(intent.id);
    const state = await rig.stripe.paymentIntents.retrieve(intent.id);
    const error = await errorOf(second(intent.id));
    expect(error).toMatchObject({
      statusCode: 400, code: 'payment_intent_unexpected_state', payment_intent: { id: intent.id, status: state.status },
    });
    expect(error.message).toContain(said);
    expect(await rig.stripe.paymentIntents.retrieve(intent.id)).toEqual(state);
  });

  test('an intent that no card was held on cannot be captured, nor canceled while its session is open', async () => {
    const session = await rig.stripe.checkout.sessions.create(sessionWish());
    await rig.control('POST', `sessions/${session.id}/pay`, { number: '4000000000000002' });
    const { payment_intent: id } = await rig.stripe.checkout.sessions.retrieve(session.id);
    expect((await errorOf(capture(String(id)))).code).toBe('payment_intent_unexpected_state');
    expect((await errorOf(cancel(String(id)))).code).toBe('payment_intent_unexpected_state');
  });

  test.each([[37_501, 'amount_too_large'], [49, 'amount_too_small']])('%i cents cannot be captured', async (amount, code) => {
    const { intent } = await heldPayment(rig);
    const error = await errorOf(rig.stripe.paymentIntents.capture(intent.id, { amount_to_capture: amount }));
    expect(error).toMatchObject({ statusCode: 400, code, param: 'amount_to_capture' });
    expect((await rig.stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture');
  });

  test.each<[string, (stripe: Stripe) => Promise<unknown>]>([
    ['payment intent', (stripe) => stripe.paymentIntents.retrieve('pi_none')],
    ['charge', (stripe) => stripe.charges.retrieve('ch_none')],
    ['refund', (stripe) => stripe.refunds.retrieve('re_none')],
    ['dispute', (stripe) => stripe.disputes.retrieve('dp_none')],
    ['event', (stripe) => stripe.events.retrieve('evt_none')],
    ['session', (stripe) => stripe.checkout.sessions.retrieve('cs_none')],
    ['balance transaction', (stripe) => stripe.balanceTransactions.retrieve('txn_none')],
  ])('a %s that does not exist is missing', async (_, ask) => {
    expect(await errorOf(ask(rig.stripe))).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });
});

describe('cards that slip past the page', () => {
  test.each([
    ['a debit card in disguise', extraCards.debitInDisguise, { brand: 'visa', funding: 'debit' }],
    ['a card of unknown funding', extraCards.fundingUnknown, { brand: 'visa', funding: 'unknown' }],
    ['a prepaid card in disguise', extraCards.prepaidInDisguise, { brand: 'visa', funding: 'prepaid' }],
    ['a brand nobody can block', extraCards.brandNobodyBlocks, { brand: 'eftpos_au', funding: 'credit' }],
  ])('%s is held, and the charge tells the truth', async (_, number, truth) => {
    const { intent, charge } = await heldPayment(rig, number);
    expect(intent.status).toBe('requires_capture');
    expect(charge.payment_method_details?.card).toMatchObject(truth);
    expect((await rig.stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled');
  });
});

test('metadata is merged, and an empty value takes a key out', async () => {
  const { intent } = await heldPayment(rig);
  const updated = await rig.stripe.paymentIntents.update(intent.id, { metadata: { attempt_id: '', seen: 'yes', n: 1 } });
  expect(updated.metadata).toEqual({ seen: 'yes', n: '1' });
  expect((await rig.stripe.paymentIntents.update(intent.id, { metadata: '' })).metadata).toEqual({});
});

test('the account can be read by day and becomes available after two days', () => withRig(async (one) => {
  const { intent } = await heldPayment(one);
  await one.stripe.paymentIntents.capture(intent.id);
  const [moved] = (await one.stripe.balanceTransactions.list({ type: 'charge' })).data;
  const day = { gte: (moved?.created ?? 0) - 10, lt: (moved?.created ?? 0) + 10 };
  expect((await one.stripe.balanceTransactions.list({ created: day })).data).toHaveLength(1);
  expect((await one.stripe.balanceTransactions.list({ created: { gt: day.lt } })).data).toHaveLength(0);
  await one.control('POST', 'clock', { advance_seconds: 2 * 86_400 });
  expect((await one.stripe.balanceTransactions.retrieve(moved?.id ?? '')).status).toBe('available');
}));

test('the control tells what truly happened to money', () => withRig(async (one) => {
  const [kept, let_go, held] = [await heldPayment(one), await heldPayment(one), await heldPayment(one)];
  await one.stripe.paymentIntents.capture(kept.intent.id, {}, { idempotencyKey: 'capture:1' });
  await one.stripe.paymentIntents.cancel(let_go.intent.id);
  expect(await one.control('GET', 'money')).toMatchObject({
    held: [{ payment_intent: held.intent.id, amount: 37_500 }],
    captures: [{ payment_intent: kept.intent.id, amount: 37_500, metadata: { attempt_id: 'attempt-1' } }],
    cancels: [{ payment_intent: let_go.intent.id }],
    refunds: [],
  });
  expect(await one.control('GET', 'calls?path=/v1/payment_intents/*/capture')).toMatchObject({
    data: [{ path: `/v1/payment_intents/${kept.intent.id}/capture`, idempotency_key: 'capture:1', status: 200 }],
  });
}));
