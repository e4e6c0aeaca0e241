import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { errorOf, heldPayment, line, sessionWish, startRig, withRig, type Rig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const now = () => Math.floor(Date.now() / 1000);

describe('a new checkout session', () => {
  test('is open, unpaid, has no intent yet, and leads to the hosted page', async () => {
    const expiresAt = now() + 31 * 60;
    const wish = sessionWish({ expires_at: expiresAt, customer_email: 'a@example.com', metadata: { attempt: '1' } });
    const session = await rig.stripe.checkout.sessions.create(wish);
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 37_500,
      currency: 'usd',
      livemode: false,
      expires_at: expiresAt,
      customer_email: 'a@example.com',
      client_reference_id: 'attempt-1',
      metadata: { attempt: '1' },
      payment_method_types: ['card'],
      wallet_options: { link: { display: 'never' } },
      payment_method_options: {
        card: {
          restrictions: {
            brands_blocked: ['american_express', 'discover_global_network'],
            funding_types_blocked: ['debit', 'prepaid'],
          },
        },
      },
      url: `${rig.pageOrigin}/dev/pay/${session.id}`,
    });
    expect(session.id).toMatch(/^cs_test_\w{58}$/);
  });

  test('keeps its line items in their order', async () => {
    const wish = sessionWish({ line_items: [line('Review fee', 5000), line('Endorsement', 10_000, 2)] });
    const { id } = await rig.stripe.checkout.sessions.create(wish);
    const items = await rig.stripe.checkout.sessions.listLineItems(id);
    expect(items.data.map(({ description, quantity, amount_total }) => [description, quantity, amount_total]))
      .toEqual([['Review fee', 1, 5000], ['Endorsement', 2, 20_000]]);
    const expanded = await rig.stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] });
    expect(expanded.line_items?.data.map((item) => item.price?.unit_amount)).toEqual([5000, 10_000]);
    const second = await rig.stripe.checkout.sessions.listLineItems(id, { starting_after: items.data[0]?.id ?? '' });
    expect(second.data.map((item) => item.description)).toEqual(['Endorsement']);
  });

  test('ends after 24 hours when nobody says otherwise', async () => {
    const session = await rig.stripe.checkout.sessions.create(sessionWish());
    expect(session.expires_at - session.created).toBe(86_400);
  });
});

describe('what Stripe refuses, the stand-in refuses', () => {
  const cases: [string, Record<string, unknown>, { code?: string; param: string }][] = [
    ['payment_method_types', { payment_method_types: ['card'] }, {
      code: 'payment_method_types_no_longer_supported', param: 'payment_method_types',
    }],
    ['a parameter nobody knows', { colour: 'red' }, { code: 'parameter_unknown', param: 'colour' }],
    ['an unknown parameter deep down', { payment_intent_data: { capture: 'later' } }, {
      code: 'parameter_unknown', param: 'payment_intent_data[capture]',
    }],
    ['no success address', { success_url: undefined }, { code: 'parameter_missing', param: 'success_url' }],
    ['no mode', { mode: undefined }, { code: 'parameter_missing', param: 'mode' }],
    ['no line items', { line_items: undefined }, { code: 'parameter_missing', param: 'line_items' }],
    ['a line without quantity', { line_items: [{ ...line('Fee', 5000), quantity: undefined }] }, {
      code: 'parameter_missing', param: 'line_items[0][quantity]',
    }],
    ['an amount that is not whole', { line_items: [line('Fee', 50.5)] }, {
      code: 'parameter_invalid_integer', param: 'line_items[0][price_data][unit_amount]',
    }],
    ['a negative amount', { line_items: [line('Fee', -5000)] }, {
      param: 'line_items[0][price_data][unit_amount]',
    }],
    ['49 cents', { line_items: [line('Fee', 49)] }, { code: 'amount_too_small', param: 'line_items' }],
    ['a million dollars', { line_items: [line('Fee', 100_000_000)] }, { code: 'amount_too_large', param: 'line_items' }],
    ['a mode it does not have', { mode: 'barter' }, { param: 'mode' }],
    ['a brand nobody can block', {
      payment_method_options: { card: { restrictions: { brands_blocked: ['jcb'] } } },
    }, { param: 'payment_method_options[card][restrictions][brands_blocked][0]' }],
    ['a funding nobody can block', {
      payment_method_options: { card: { restrictions: { funding_types_blocked: ['unknown'] } } },
    }, { param: 'payment_method_options[card][restrictions][funding_types_blocked][0]' }],
    ['an end in 29 minutes', { expires_at: now() + 29 * 60 }, { param: 'expires_at' }],
    ['an end in 25 hours', { expires_at: now() + 25 * 3600 }, { param: 'expires_at' }],
    ['an address that is none', { success_url: 'nowhere' }, { code: 'url_invalid', param: 'success_url' }],
    ['a script as address', { cancel_url: 'javascript:alert(1)' }, { code: 'url_invalid', param: 'cancel_url' }],
    ['an email that is none', { customer_email: 'someone' }, { code: 'email_invalid', param: 'customer_email' }],
    ['an empty reference', { client_reference_id: '' }, {
      code: 'parameter_invalid_empty', param: 'client_reference_id',
    }],
    ['a reference of 201 characters', { client_reference_id: 'x'.repeat(201) }, { param: 'client_reference_id' }],
    ['no card among the methods', { allowed_payment_method_types: ['ideal'] }, { param: 'allowed_payment_method_types' }],
    ['a property that cannot be expanded', { expand: ['mode'] }, { param: 'expand' }],
  ];

  test.each(cases)('%s', async (_, more, expected) => {
    const before = await rig.stripe.checkout.sessions.list({ limit: 1 });
    const wish = { ...sessionWish(), ...more } as Stripe.Checkout.SessionCreateParams;
    const error = await errorOf(rig.stripe.checkout.sessions.create(wish));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject({ statusCode: 400, ...expected });
    const after = await rig.stripe.checkout.sessions.list({ limit: 1 });
    expect(after.data[0]?.id).toBe(before.data[0]?.id);
  });
});

describe('an open session', () => {
  test('can be expired once, and an event says so', async () => {
    const { id } = await rig.stripe.checkout.sessions.create(sessionWish());
    expect(await rig.stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null });
    const error = await errorOf(rig.stripe.checkout.sessions.expire(id));
    expect(error.message).toContain('This Checkout Session has a status of `expired`');
    const told = (await rig.events()).filter((event) => event.type === 'checkout.session.expired');
    expect(told.map((event) => event.data.object)).toContainEqual(expect.objectContaining({ id, status: 'expired' }));
  });

  test('takes the intent begun on it along when it expires', async () => {
    const { id } = await rig.stripe.checkout.sessions.create(sessionWish());
    await rig.control('POST', `sessions/${id}/pay`, { number: '4000000000000002' });
    await rig.stripe.checkout.sessions.expire(id);
    const { payment_intent: intent } = await rig.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(intent).toMatchObject({ status: 'canceled', cancellation_reason: 'expired' });
  });

  test('cannot be expired once it is complete', async () => {
    const { session } = await heldPayment(rig);
    const error = await errorOf(rig.stripe.checkout.sessions.expire(session.id));
    expect(error.message).toContain('This Checkout Session has a status of `complete`');
  });

  test('expires by itself when its time comes', () => withRig(async (one) => {
    const { id } = await one.stripe.checkout.sessions.create(sessionWish({ expires_at: now() + 31 * 60 }));
    await one.control('POST', 'clock', { advance_seconds: 30 * 60 });
    expect((await one.stripe.checkout.sessions.retrieve(id)).status).toBe('open');
    await one.control('POST', 'clock', { advance_seconds: 2 * 60 });
    expect((await one.stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
    expect((await one.events()).map((event) => event.type)).toEqual(['checkout.session.expired']);
  }));

  test('can be made to expire now', async () => {
    const { id } = await rig.stripe.checkout.sessions.create(sessionWish());
    await rig.control('POST', `sessions/${id}/expire`);
    expect((await rig.stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
  });
});

describe('lists of sessions', () => {
  test('come newest first, by pages, by status and by intent', () => withRig(async (one) => {
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.unshift((await one.stripe.checkout.sessions.create(sessionWish())).id);
    const first = await one.stripe.checkout.sessions.list({ limit: 2 });
    expect([first.data.map(({ id }) => id), first.has_more]).toEqual([made.slice(0, 2), true]);
    const all: string[] = [];
    for await (const session of one.stripe.checkout.sessions.list({ limit: 2 })) all.push(session.id);
    expect(all).toEqual(made);
    const before = await one.stripe.checkout.sessions.list({ limit: 2, ending_before: made[4] ?? '' });
    expect(before.data.map(({ id }) => id)).toEqual(made.slice(2, 4));
    const { intent, session } = await heldPayment(one);
    const ofIntent = await one.stripe.checkout.sessions.list({ payment_intent: intent.id });
    expect(ofIntent.data.map(({ id }) => id)).toEqual([session.id]);
    const open = await one.stripe.checkout.sessions.list({ status: 'open' });
    expect(open.data.map(({ id }) => id)).toEqual(made);
  }));
});
