import { describe, expect, test } from '@jest/globals';
import { errorOf, heldPayment, sessionWish, webhookSecret, withRig } from './rig';

const holdTypes = [
  'charge.succeeded', 'checkout.session.completed', 'payment_intent.amount_capturable_updated', 'payment_intent.created',
];
const typesOf = (events: readonly { type: string }[]) => events.map((event) => event.type);

describe('every event', () => {
  test('comes signed, with id, version and the object as it was', () => withRig(async (rig) => {
    const { session } = await heldPayment(rig);
    const events = await rig.events();
    expect(typesOf(events).sort()).toEqual(holdTypes);
    const completed = events.find((event) => event.type === 'checkout.session.completed');
    expect(completed).toMatchObject({
      object: 'event',
      api_version: '2026-10-28.endive',
      livemode: false,
      data: { object: { id: session.id, status: 'complete', payment_status: 'unpaid' } },
    });
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  }));

  test('is refused by the SDK when a letter of it, the secret or the time is changed', () => withRig(async (rig) => {
    await heldPayment(rig);
    await rig.events();
    const { body = '', signature = '' } = rig.receiver.received[0] ?? {};
    const verify = (text: string, secret = webhookSecret, at?: number) =>
      rig.stripe.webhooks.constructEventAsync(text, signature, secret, undefined, undefined, at);
    await expect(verify(body)).resolves.toBeDefined();
    await expect(verify(body.replace('evt_', 'evt-'))).rejects.toThrow('No signatures found');
    await expect(verify(body, 'whsec_other')).rejects.toThrow('No signatures found');
    await expect(verify(body, webhookSecret, Date.now() + 301_000)).rejects.toThrow('tolerance');
  }));

  test('is dated by the stand-in\'s clock but signed at real time', () => withRig(async (rig) => {
    await rig.control('POST', 'clock', { offset_seconds: 86_400 });
    await heldPayment(rig);
    const [event] = await rig.events();
    expect(event?.created).toBeGreaterThan(Date.now() / 1000 + 86_000);
  }));
});

describe('delivery', () => {
  test('is tried again until it is accepted', () => withRig(async (rig) => {
    rig.receiver.answers.push(500, 302);
    const { id } = await rig.stripe.checkout.sessions.create(sessionWish());
    await rig.stripe.checkout.sessions.expire(id);
    await rig.events();
    expect((await rig.stripe.events.list({ delivery_success: false })).data).toMatchObject([{ pending_webhooks: 1 }]);
    await rig.events();
    const events = await rig.events();
    expect(typesOf(events)).toEqual(Array(3).fill('checkout.session.expired'));
    expect(new Set(events.map((event) => event.id)).size).toBe(1);
    expect((await rig.stripe.events.list({ delivery_success: true })).data).toMatchObject([{ pending_webhooks: 0 }]);
  }, { webhookBackOff: [60_000, 60_000] }));

  test('backs off by itself', () => withRig(async (rig) => {
    rig.receiver.answers.push(500, 500);
    const { id } = await rig.stripe.checkout.sessions.create(sessionWish());
    await rig.stripe.checkout.sessions.expire(id);
    const delivered = async () => (await rig.stripe.events.list({ delivery_success: true })).data.length;
    const deadline = Date.now() + 10_000;
    while ((await delivered()) === 0 && Date.now() < deadline) await rig.control('GET', 'clock');
    expect(rig.receiver.received).toHaveLength(3);
  }, { webhookBackOff: [20, 20] }));

  test('is given up after the last try, and the event can still be found', () => withRig(async (rig) => {
    rig.receiver.answers.push(...Array(4).fill(503));
    const { id } = await rig.stripe.checkout.sessions.create(sessionWish());
    await rig.stripe.checkout.sessions.expire(id);
    for (let n = 0; n < 4; n += 1) await rig.events();
    expect(await rig.control('GET', 'deliveries')).toMatchObject({
      data: [{ state: 'given_up', attempts: 3, last_answer: '503' }],
    });
    const [event] = (await rig.stripe.events.list({ delivery_success: false })).data;
    expect(event?.type).toBe('checkout.session.expired');
    await rig.control('POST', `events/${event?.id}/deliver`, { times: 2 });
    expect(rig.receiver.received).toHaveLength(5);
    expect((await rig.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  }, { webhookBackOff: [60_000, 60_000] }));

  test('that is still owed goes on after a restart', () => withRig(async (rig) => {
    rig.receiver.answers.push(...Array(8).fill(500));
    await heldPayment(rig);
    await rig.events();
    const before = rig.receiver.received.length;
    await rig.restart();
    const events = (await rig.events()).slice(before);
    expect(typesOf(events).sort()).toEqual(holdTypes);
    expect((await rig.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  }, { webhookBackOff: [60_000, 60_000] }));
});

describe('on order, an event comes', () => {
  test('twice', () => withRig(async (rig) => {
    await rig.control('POST', 'deliveries', { do: 'twice', type: 'checkout.session.completed' });
    await heldPayment(rig);
    const types = typesOf(await rig.events()).sort();
    expect(types).toEqual([...holdTypes, 'checkout.session.completed'].sort());
  }));

  test('never, and reads as not delivered', () => withRig(async (rig) => {
    await rig.control('POST', 'deliveries', { do: 'never', type: 'payment_intent.*' });
    await heldPayment(rig);
    expect(typesOf(await rig.events()).sort()).toEqual(['charge.succeeded', 'checkout.session.completed']);
    const owed = await rig.stripe.events.list({ delivery_success: false });
    expect(typesOf(owed.data).sort()).toEqual(['payment_intent.amount_capturable_updated', 'payment_intent.created']);
  }));

  test('only when released, in any order wished for', () => withRig(async (rig) => {
    await rig.control('POST', 'deliveries', { do: 'hold' });
    await heldPayment(rig);
    expect(await rig.events()).toEqual([]);
    const made = (await rig.stripe.events.list()).data.map(({ id }) => id);
    await rig.control('POST', 'deliveries/release', { order: 'reversed' });
    expect((await rig.events()).map(({ id }) => id)).toEqual(made);
    await heldPayment(rig);
    await rig.control('POST', 'deliveries/release', { order: 'shuffled', seed: 'b' });
    const shuffled = typesOf((await rig.events()).slice(made.length));
    expect(shuffled.toSorted()).toEqual(holdTypes);
    await rig.control('DELETE', 'deliveries');
    await heldPayment(rig);
    expect(await rig.events()).toHaveLength(12);
  }));

  test('later', () => withRig(async (rig) => {
    await rig.control('POST', 'deliveries', { do: 'later', seconds: 3600, times: 1, type: 'charge.succeeded' });
    await heldPayment(rig);
    const { data } = await rig.control('GET', 'deliveries');
    expect(data).toContainEqual(expect.objectContaining({ type: 'charge.succeeded', state: 'pending', attempts: 0 }));
    expect(typesOf(await rig.events())).toContain('charge.succeeded');
  }));
});

describe('the list of events', () => {
  test('can be read by type, by time, by delivery and by page', () => withRig(async (rig) => {
    const { intent } = await heldPayment(rig);
    await rig.control('POST', 'clock', { advance_seconds: 1000 });
    await rig.stripe.paymentIntents.capture(intent.id);
    const all = (await rig.stripe.events.list({ limit: 100 })).data;
    expect(all).toHaveLength(6);
    const last = all[0]?.created ?? 0;
    const list = async (wish: Parameters<typeof rig.stripe.events.list>[0]) =>
      typesOf((await rig.stripe.events.list(wish)).data);
    expect(await list({ type: 'payment_intent.succeeded' })).toEqual(['payment_intent.succeeded']);
    expect(await list({ types: ['charge.captured', 'charge.succeeded'] })).toEqual(['charge.captured', 'charge.succeeded']);
    expect((await list({ created: { gte: last - 10 } })).toSorted()).toEqual(['charge.captured', 'payment_intent.succeeded']);
    expect((await list({ created: { lt: last - 10 } })).toSorted()).toEqual(holdTypes);
    const paged: string[] = [];
    for await (const event of rig.stripe.events.list({ limit: 2 })) paged.push(event.id);
    expect(paged).toEqual(all.map(({ id }) => id));
    const error = await errorOf(rig.stripe.events.list({ type: 'charge.captured', types: ['charge.succeeded'] }));
    expect(error.code).toBe('parameters_exclusive');
    expect(await rig.stripe.events.retrieve(all[0]?.id ?? '')).toMatchObject({ id: all[0]?.id });
  }));
});
