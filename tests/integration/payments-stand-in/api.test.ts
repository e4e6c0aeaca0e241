import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { errorOf, secretKey, sessionWish, startRig, stripeOn, type Rig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${rig.apiPort}${path}`, init);

test('a wrong key is refused as Stripe does, without repeating it', async () => {
  const error = await errorOf(stripeOn(rig.apiPort, 'sk_test_somebody_else').checkout.sessions.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(error.statusCode).toBe(401);
  expect(error.message).not.toContain('somebody');
});

test.each(['/v1/events', '/control/calls', '/control/money'])('%s needs a key', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test.each<[string, (stripe: Stripe) => Promise<unknown>]>([
  ['customers', (stripe) => stripe.customers.create({ email: 'a@example.com' })],
  ['payouts', (stripe) => stripe.payouts.list()],
  ['payment methods', (stripe) => stripe.paymentMethods.retrieve('pm_x')],
])('what it does not have (%s) is an exception in the SDK, never a success', async (_, call) => {
  const error = await errorOf(call(rig.stripe));
  expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  expect(error.statusCode).toBe(404);
  expect(error.message).toContain('Unrecognized request URL');
});

test('another version of the API is refused', async () => {
  const old = new Stripe(secretKey, {
    host: '127.0.0.1', port: rig.apiPort, protocol: 'http', apiVersion: '2024-06-20' as typeof Stripe.API_VERSION,
  });
  expect((await errorOf(old.events.list())).message).toContain('Invalid Stripe API version: 2024-06-20');
});

test('every answer carries its request id and version', async () => {
  const session = await rig.stripe.checkout.sessions.create(sessionWish());
  expect(session.lastResponse).toMatchObject({
    statusCode: 200, requestId: expect.stringMatching(/^req_\w{14}$/), apiVersion: '2026-10-28.endive',
  });
  const error = await errorOf(rig.stripe.charges.retrieve('ch_none'));
  expect(error.requestId).toMatch(/^req_/);
});

test('a rate limit is an error of its own kind', async () => {
  await rig.control('POST', 'faults', { do: 'answer_429', method: 'GET' });
  const error = await errorOf(rig.stripe.events.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
});

describe('unkind requests', () => {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' };
  test.each([
    ['brackets without end', `${'a['.repeat(5000)}=1`, 400],
    ['a prototype as a name', '__proto__[mode]=payment&constructor[prototype]=x', 400],
    ['a list where text is due', 'mode[0]=payment', 400],
    ['text where a list is due', 'mode=payment&line_items=fee', 400],
    ['no body at all', '', 400],
    ['half a megabyte', `mode=${'x'.repeat(512 * 1024)}`, 413],
  ])('%s', async (_, body, status) => {
    const answer = await ask('/v1/checkout/sessions', { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  test.each([
    ['a control that is none', '/control/nothing', '{}', 404],
    ['a fault that is none', '/control/faults', '{"do":"explode"}', 400],
    ['no JSON', '/control/faults', '{', 400],
    ['a page limit of 1000', '/v1/events?limit=1000', undefined, 400],
    ['a cursor that is none', '/v1/events?starting_after=evt_none', undefined, 404],
  ])('%s', async (_, path, body, status) => {
    const answer = await ask(path, { headers, ...(body && { method: 'POST', body }) });
    expect(answer.status).toBe(status);
  });
});

test('faults are listed and can be called off', async () => {
  await rig.control('POST', 'faults', { do: 'answer_429', times: 5 });
  expect(await rig.control('GET', 'faults')).toMatchObject({ data: [{ do: 'answer_429', times: 5 }] });
  await rig.control('POST', 'faults', { do: 'answer_429', path: '/v1/refunds' });
  expect(await rig.control('DELETE', 'faults?path=/v1/refunds')).toMatchObject({ data: [{ do: 'answer_429', times: 5 }] });
  await rig.control('DELETE', 'faults');
  expect((await rig.stripe.events.list()).object).toBe('list');
});
