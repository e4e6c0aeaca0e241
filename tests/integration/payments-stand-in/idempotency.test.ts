import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { errorOf, heldPayment, sessionWish, startRig, type Rig } from './rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const create = (key: string, more = {}) => rig.stripe.checkout.sessions.create(sessionWish(more), { idempotencyKey: key });
const countSessions = async () => (await rig.stripe.checkout.sessions.list({ limit: 100 })).data.length;

describe('the same key', () => {
  test('gives the same answer and does the work once', async () => {
    const first = await create('one');
    const second = await create('one');
    expect(second).toEqual(first);
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'idempotency-key': 'one',
      'original-request': first.lastResponse.requestId,
    });
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(await countSessions()).toBe(1);
    expect((await create('two')).id).not.toBe(first.id);
  });

  test('gives the same answer after a restart', async () => {
    const first = await create('one');
    await rig.restart();
    expect(await create('one')).toEqual(first);
  });

  test('gives the answer of then, not the state of now', async () => {
    const { intent } = await heldPayment(rig);
    const once = () => rig.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'capture' });
    const first = await once();
    await rig.stripe.refunds.create({ payment_intent: intent.id });
    expect(await once()).toEqual(first);
    expect(await rig.control('GET', 'money')).toMatchObject({ captures: [{ amount: 37_500 }] });
  });

  test('with other parameters is an error', async () => {
    await create('one');
    const error = await errorOf(create('one', { client_reference_id: 'other' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(error).toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
  });

  test('at another endpoint is an error', async () => {
    const { intent } = await heldPayment(rig);
    await rig.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'one' });
    const error = await errorOf(rig.stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey: 'one' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(error.message).toContain('same endpoint');
  });

  test('keeps a refusal found at work, but not refused parameters', async () => {
    const { intent } = await heldPayment(rig);
    await rig.stripe.paymentIntents.cancel(intent.id);
    const capture = () => rig.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'late' });
    expect((await errorOf(capture())).headers?.['idempotent-replayed']).toBeUndefined();
    expect((await errorOf(capture())).headers).toMatchObject({ 'idempotent-replayed': 'true' });
    await errorOf(create('typo', { success_url: 'nowhere' }));
    expect((await create('typo')).status).toBe('open');
  });

  test('means something new after a day, so it must not be used again then', async () => {
    const first = await create('one');
    await rig.control('POST', 'clock', { advance_seconds: 86_399 });
    expect((await create('one')).id).toBe(first.id);
    await rig.control('POST', 'clock', { advance_seconds: 60 });
    expect((await create('one')).id).not.toBe(first.id);
  });

  test('while its first call is still at work is refused with 409', async () => {
    await rig.control('POST', 'faults', { do: 'slow', milliseconds: 300, path: '/v1/checkout/sessions' });
    const calls = await Promise.all([1, 2, 3].map(() => create('one').catch((thrown: unknown) => thrown)));
    const refused = calls.filter((call) => call instanceof Stripe.errors.StripeError);
    expect(refused).toHaveLength(2);
    expect(refused).toContainEqual(expect.objectContaining({ statusCode: 409, code: 'idempotency_key_in_use' }));
    expect(await countSessions()).toBe(1);
  });

  test('of more than 255 letters is refused', async () => {
    expect((await errorOf(create('x'.repeat(256)))).statusCode).toBe(400);
  });
});

describe('a lost answer', () => {
  test('is asked for again by the SDK itself, and there is one object', async () => {
    await rig.control('POST', 'faults', { do: 'lose_response', path: '/v1/checkout/sessions' });
    const session = await create('one');
    expect(session.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await countSessions()).toBe(1);
    expect(await rig.control('GET', 'calls?path=/v1/checkout/sessions')).toMatchObject({
      data: [{ replayed: false, idempotency_key: 'one' }, { replayed: true, idempotency_key: 'one' }],
    });
  });

  test('that stays lost is found by the next try under the same key', async () => {
    const { intent } = await heldPayment(rig);
    await rig.control('POST', 'faults', { do: 'lose_response', path: '/v1/payment_intents/*/capture', times: 2 });
    const capture = () => rig.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'capture' });
    expect(await errorOf(capture())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(await rig.control('GET', 'money')).toMatchObject({ captures: [{ payment_intent: intent.id }] });
    expect((await capture()).status).toBe('succeeded');
    expect(await rig.control('GET', 'money')).toMatchObject({ captures: [{ amount: 37_500 }], cancels: [] });
    const moved = await rig.stripe.balanceTransactions.list({ type: 'charge' });
    expect(moved.data).toHaveLength(1);
  });

  test('without the key would have done the work twice', async () => {
    await rig.control('POST', 'faults', { do: 'lose_response', path: '/v1/checkout/sessions', times: 2 });
    await errorOf(rig.stripe.checkout.sessions.create(sessionWish()));
    await rig.stripe.checkout.sessions.create(sessionWish());
    expect(await countSessions()).toBe(2);
  });

  test('is not the same as a request that never arrived', async () => {
    await rig.control('POST', 'faults', { do: 'lose_request', times: 2 });
    expect(await errorOf(create('one'))).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(await countSessions()).toBe(0);
    expect((await create('one')).lastResponse.headers['idempotent-replayed']).toBeUndefined();
  });
});

describe('an answer of 500', () => {
  test('is remembered with the key: the same key hears it again, and the work was not done', async () => {
    await rig.control('POST', 'faults', { do: 'answer_500' });
    const first = await errorOf(create('one'));
    expect(first).toMatchObject({ statusCode: 500, rawType: 'api_error' });
    expect(first.headers).toMatchObject({ 'stripe-should-retry': 'false' });
    const second = await errorOf(create('one'));
    expect(second.statusCode).toBe(500);
    expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true' });
    expect(await countSessions()).toBe(0);
    expect((await create('two')).status).toBe('open');
  });

  test('may hide that the work was done', async () => {
    const { intent } = await heldPayment(rig);
    await rig.control('POST', 'faults', { do: 'answer_500', after_work: true });
    const capture = () => rig.stripe.paymentIntents.capture(intent.id, {}, { idempotencyKey: 'capture' });
    expect((await errorOf(capture())).statusCode).toBe(500);
    expect((await errorOf(capture())).statusCode).toBe(500);
    expect((await rig.stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
  });

  test('that is not remembered is gone at the next try', async () => {
    await rig.control('POST', 'faults', { do: 'answer_500', remembered: false });
    expect((await errorOf(create('one'))).statusCode).toBe(500);
    expect((await create('one')).status).toBe('open');
  });
});
