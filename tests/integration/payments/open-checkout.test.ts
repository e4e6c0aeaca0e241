import { auditEvent } from '@/db/schema/audit';
import { must } from '@/lib/shared/result';
import { expireCheckout } from '@/lib/payments/expire-checkout';
import { openCheckout } from '@/lib/payments/open-checkout';
import { openCheckoutPage } from '@/lib/payments/open-checkout-page';
import { reconcileAttempts } from '@/lib/payments/reconcile';
import { applicationOf, filedAdvance, filedFirst, filedRenewal, slipFor, tenConnections, value } from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import {
  attemptsOf,
  callsLike,
  findAttemptRow,
  nowReally,
  opened,
  openFor,
  payWith,
  settle,
  useGateway,
  work,
  worker,
} from '@/tests/support/payments';
import { again, signedInEducator } from '@/tests/support/people';
import { sql } from 'drizzle-orm';

const { db } = useDatabase();
const { rig } = useGateway();
const refused = (error: string) => ({ ok: false, error });
const sessionsMade = async (attempt: { id: string }) =>
  (await callsLike(rig(), '/v1/checkout/sessions')).filter((call) => call.idempotency_key === `checkout:${attempt.id}` && !call.replayed);

describe('opening the payment page', () => {
  it('hands two tabs the same page', async () => {
    const one = await filedAdvance();
    const first = value(await openFor(one));
    expect(value(await openFor(one))).toEqual(first);
    const [attempt, ...others] = await attemptsOf(one);
    expect(others).toEqual([]);
    expect(attempt).toMatchObject({ state: 'session_open', cents: 37500, checkoutUrl: first.url });
    expect(first.url).toContain('/dev/pay/');
  });

  it('leaves one attempt and one page of ten opened at once, even while the gateway is slow', async () => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: 'slow', path: '/v1/checkout/sessions', milliseconds: 300 });
    await tenConnections();
    const answers = await Promise.all(Array.from({ length: 10 }, () => openFor(one)));
    expect(new Set(answers.map((answer) => value(answer).url)).size).toBe(1);
    const [attempt, ...others] = await attemptsOf(one);
    expect(others).toEqual([]);
    expect(await sessionsMade(must(attempt, 'an attempt'))).toHaveLength(1);
    const { id } = await applicationOf(one);
    const audited = await db().select().from(auditEvent).where(sql`subject_id = ${id} and type = 'checkout_opened'`);
    expect(audited).toHaveLength(1);
  });

  it('sends both sums as lines, and asks for "everything" only when told to', async () => {
    const one = await filedFirst();
    const due = await opened(one);
    expect(due.cents).toBe(5000);
    const everything = await opened(one, 'everything');
    expect(everything.cents).toBe(20000);
    await work();
    expect(await findAttemptRow(due)).toMatchObject({ state: 'expired', refusal: 'session_expired' });
    const session = await rig().stripe.checkout.sessions.retrieve(must(everything.checkoutSessionId, 'a session'), { expand: ['line_items'] });
    expect(session.line_items?.data.map((line) => line.amount_total)).toEqual([5000, 15000]);
  });

  it.each([
    ['of somebody else', async () => openCheckout(await signedInEducator(), { reference: (await filedAdvance()).reference, covers: 'due_now' }), 'not_found'],
    ['that does not exist', async () => openCheckout(await signedInEducator(), { reference: 'A0000000', covers: 'due_now' }), 'not_found'],
    ['that is free', async () => openFor(await filedRenewal()), 'nothing_due'],
  ])('refuses an application %s', async (_what, go, error) => {
    expect(await go()).toEqual(refused(error));
  });

  it('refuses another page while a payment is being confirmed, and after it was paid', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    await payWith(rig(), attempt, '4242424242424242');
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/payment_intents/*/capture', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    expect(await openFor(one)).toEqual(refused('being_confirmed'));
    expect((await applicationOf(one)).status).toBe('confirming_payment');
    await settle(attempt);
    expect(await openFor(one)).toEqual(refused('nothing_due'));
  });

  it('ends the slip of somebody who changes their mind', async () => {
    const one = await filedAdvance();
    await slipFor(one);
    await opened(one);
    const [live] = await db().execute(sql`select count(*)::int as live from remittance_slip where ended_at is null
      and application_id = ${(await applicationOf(one)).id}`);
    expect(live).toEqual({ live: 0 });
  });
});

describe('a gateway on a bad day', () => {
  it.each(['lose_response', 'lose_request'] as const)('%s: the SDK asks again by key and there is one page', async (fault) => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: fault, path: '/v1/checkout/sessions' });
    const attempt = await opened(one);
    expect(attempt.state).toBe('session_open');
    expect(await sessionsMade(attempt)).toHaveLength(1);
  });

  it.each(['lose_response', 'lose_request'] as const)('%s, twice: the person is told, and the next click finds the same page', async (fault) => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: fault, path: '/v1/checkout/sessions', times: 2 });
    expect(await openFor(one)).toEqual(refused('gateway_unavailable'));
    const [attempt] = await attemptsOf(one);
    expect(attempt).toMatchObject({ state: 'created', checkoutUrl: null });
    value(await openFor(one));
    expect(await attemptsOf(one)).toMatchObject([{ id: attempt?.id, state: 'session_open' }]);
    expect(await sessionsMade(must(attempt, 'an attempt'))).toHaveLength(1);
  });

  it('is found by the reconciler where nobody clicks again', async () => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: 'lose_response', path: '/v1/checkout/sessions', times: 2 });
    expect(await openFor(one)).toEqual(refused('gateway_unavailable'));
    await reconcileAttempts(worker(3));
    expect(await attemptsOf(one)).toMatchObject([{ state: 'session_open' }]);
  });

  it('ends an attempt whose page was never made once its time is over, instead of asking for ever', async () => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/checkout/sessions', times: 2 });
    expect(await openFor(one)).toEqual(refused('gateway_unavailable'));
    await rig().control('POST', 'clock', { advance_seconds: 32 * 60 });
    try {
      await reconcileAttempts(worker(32));
      expect(await attemptsOf(one)).toMatchObject([{ state: 'expired', refusal: 'session_expired' }]);
      expect((await openCheckout(again(one.ctx, nowReally(32)), { reference: one.reference, covers: 'due_now' })).ok).toBe(true);
    } finally {
      await rig().control('POST', 'clock', { offset_seconds: 0 });
    }
  });

  it('starts afresh for somebody who comes back when the page of the first go can no longer be made', async () => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/checkout/sessions', times: 2 });
    expect(await openFor(one)).toEqual(refused('gateway_unavailable'));
    await rig().control('POST', 'clock', { advance_seconds: 5 * 60 });
    try {
      value(await openCheckout(again(one.ctx, nowReally(5)), { reference: one.reference, covers: 'due_now' }));
      expect((await attemptsOf(one)).map((attempt) => attempt.state)).toEqual(['expired', 'session_open']);
    } finally {
      await rig().control('POST', 'clock', { offset_seconds: 0 });
    }
  });

  it.each([
    ['too many at once', { do: 'answer_429' }],
    ['broken', { do: 'answer_500', remembered: false }],
  ])('%s: the person is told, and the next click works', async (_what, fault) => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { ...fault, path: '/v1/checkout/sessions', times: 2 });
    expect(await openFor(one)).toEqual(refused('gateway_unavailable'));
    await rig().control('DELETE', 'faults');
    expect(value(await openFor(one)).url).toContain('/dev/pay/');
  });

  it('tells those who click while the first call is still under way to try again, and never makes a second page', async () => {
    const one = await filedAdvance();
    await rig().control('POST', 'faults', { do: 'slow', path: '/v1/checkout/sessions', milliseconds: 2500 });
    const answers = await Promise.all(Array.from({ length: 4 }, () => openFor(one)));
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThanOrEqual(1);
    expect(answers.filter((answer) => !answer.ok).every((answer) => !answer.ok && answer.error === 'gateway_unavailable')).toBe(true);
    expect(await attemptsOf(one)).toMatchObject([{ state: 'session_open' }]);
  });
});

describe('a page that timed out', () => {
  it('ends the attempt, and the next one is another page', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    await rig().control('POST', `sessions/${attempt.checkoutSessionId}/expire`);
    await settle(attempt);
    expect(await findAttemptRow(attempt)).toMatchObject({ state: 'expired', refusal: 'session_expired' });
    expect((await opened(one)).id).not.toBe(attempt.id);
    expect((await applicationOf(one)).status).toBe('awaiting_payment');
  });

  it('ends the attempt too when a card was declined on it before', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    expect(await payWith(rig(), attempt, '4000000000000002')).toMatchObject({ kind: 'declined' });
    await settle(attempt);
    expect((await findAttemptRow(attempt)).state).toBe('session_open');
    await rig().control('POST', `sessions/${attempt.checkoutSessionId}/expire`);
    await settle(attempt);
    expect((await findAttemptRow(attempt)).state).toBe('expired');
  });

  it('is not handed out in its last minutes', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    const late = again(one.ctx, nowReally(27));
    await rig().control('POST', 'clock', { advance_seconds: 27 * 60 });
    try {
      value(await openCheckout(late, { reference: one.reference, covers: 'due_now' }));
      expect(await attemptsOf(one)).toHaveLength(2);
      await work(28);
      expect((await findAttemptRow(attempt)).state).toBe('expired');
    } finally {
      await rig().control('POST', 'clock', { offset_seconds: 0 });
    }
  });

  it('is not closed over a payment that came first', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    await payWith(rig(), attempt, '4242424242424242');
    await expireCheckout(worker(), attempt.id);
    expect((await findAttemptRow(attempt)).state).toBe('captured');
  });

  it('belongs to its owner', async () => {
    const attempt = await opened(await filedAdvance());
    expect(await openCheckoutPage(await signedInEducator(), attempt.id)).toEqual(refused('not_found'));
  });
});
