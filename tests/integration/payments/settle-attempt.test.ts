import { eq, sql } from 'drizzle-orm';
import { gatewayEvent } from '@/db/schema/payments';
import { must } from '@/lib/shared/result';
import { reconcileAttempts } from '@/lib/payments/reconcile';
import { recordCapture } from '@/lib/payments/record-capture';
import { refusalSentences } from '@/lib/payments/rules';
import { saveAttempt } from '@/lib/payments/store';
import { settleAttempt } from '@/lib/payments/settle-attempt';
import {
  applicationOf,
  approve,
  audited,
  balances,
  booksBalance,
  filedAdvance,
  filedFirst,
  messagesTo,
  tenConnections,
} from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import {
  callsLike,
  deliverEvents,
  findAttemptRow,
  moneyOf,
  opened,
  payWith,
  postingsOf,
  receiptsOf,
  settle,
  useGateway,
  work,
  worker,
  type Attempt,
} from '@/tests/support/payments';
import { signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();
const { rig } = useGateway();
const visa = '4242424242424242';
type Filed = Awaited<ReturnType<typeof filedAdvance>>;

async function paid(number = visa): Promise<{ one: Filed; attempt: Attempt }> {
  const one = await filedAdvance();
  const attempt = await opened(one);
  expect(await payWith(rig(), attempt, number)).toMatchObject({ kind: 'paid' });
  return { one, attempt };
}

/** Until another transaction of this database is kept waiting by a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await db().execute<{ waiting: number }>(sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (row && row.waiting > 0) return;
  }
}

/** The one right end of a card payment, however it was reached. */
async function expectPaidOnce(one: Filed, attempt: Attempt): Promise<void> {
  expect(await findAttemptRow(attempt)).toMatchObject({ state: 'captured', refusal: null });
  expect(await moneyOf(rig(), attempt)).toEqual({ held: 0, captures: 1, cancels: 0, refunds: 0 });
  const row = await applicationOf(one);
  expect(row.status).toBe('waiting_first_review');
  expect(row.queuedOn).not.toBeNull();
  expect(await postingsOf(attempt)).toHaveLength(1);
  expect(await balances(row.id)).toEqual({ receivable: 0, fee_revenue: -37500, card_clearing: 37500 });
  expect(await receiptsOf(one)).toMatchObject([{ cents: 37500, method: 'card' }]);
  expect(await messagesTo(one.ctx.actor.accountId, 'payment_received')).toHaveLength(1);
  expect(await audited(row.id, 'card_captured')).toHaveLength(1);
  expect(await audited(row.id, 'card_authorised')).toHaveLength(1);
  expect(await booksBalance()).toBe(true);
}

describe('a card payment', () => {
  it.each([
    ['Visa', visa, 'visa', '4242'],
    ['Mastercard', '5555555555554444', 'mastercard', '4444'],
    ['a card whose bank asks first', '4000002500003155', 'visa', '3155'],
  ])('by %s credit card is captured once, receipted, and joins the queue', async (_what, number, brand, lastFour) => {
    const { one, attempt } = await paid(number);
    await deliverEvents(rig());
    await expectPaidOnce(one, attempt);
    expect(await receiptsOf(one)).toMatchObject([{ paidWith: { brand, lastFour } }]);
    expect((await receiptsOf(one))[0]?.number).toBeGreaterThan(100_000);
  });

  it('is settled once by ten workers at once', async () => {
    const { one, attempt } = await paid();
    await tenConnections();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => settle(attempt)));
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(failures.filter((failure) => !failure.includes('gateway_unavailable'))).toEqual([]);
    await settle(attempt);
    await expectPaidOnce(one, attempt);
  });

  it('is booked once by ten at once who all know that it was captured', async () => {
    const { one, attempt } = await paid();
    await rig().control('POST', 'faults', { do: 'lose_response', path: '/v1/payment_intents/*/capture', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    await tenConnections();
    await Promise.all(Array.from({ length: 10 }, () => recordCapture(worker(), attempt.id)));
    await expectPaidOnce(one, attempt);
  });

  it('is left alone by one who looked before another finished', async () => {
    const { one, attempt } = await paid();
    const { id } = await applicationOf(one);
    const slow = await db().transaction(async (tx) => {
      await tx.execute(sql`select 1 from application where id = ${id} for update`);
      const settling = settle(attempt);
      await untilSomebodyWaits();
      for (const state of ['authorised', 'capture_requested', 'captured'] as const) await saveAttempt(tx, attempt.id, { state }, new Date());
      return { settling };
    });
    await slow.settling;
    expect((await findAttemptRow(attempt)).state).toBe('captured');
    expect(await moneyOf(rig(), attempt)).toMatchObject({ captures: 0, cancels: 0 });
  });

  it('is the same when every event comes ten times, all at once', async () => {
    const { one, attempt } = await paid();
    await deliverEvents(rig(), 10);
    await deliverEvents(rig(), 10);
    await expectPaidOnce(one, attempt);
    const mine = await db().select().from(gatewayEvent).where(eq(gatewayEvent.objectId, must(attempt.checkoutSessionId, 'a session')));
    expect(mine.map((event) => event.type)).toEqual(['checkout.session.completed']);
  });

  it('is the same when no event ever comes: the reconciler alone gets there', async () => {
    await rig().control('POST', 'deliveries', { do: 'never' });
    const { one, attempt } = await paid();
    expect(await reconcileAttempts(worker(1))).toBe(0);
    expect(await reconcileAttempts(worker(3))).toBeGreaterThanOrEqual(1);
    await expectPaidOnce(one, attempt);
    expect(await reconcileAttempts(worker(60))).toBe(0);
  });

  it('is the same when the events come after the reconciler', async () => {
    const { one, attempt } = await paid();
    await reconcileAttempts(worker(3));
    await deliverEvents(rig());
    await expectPaidOnce(one, attempt);
  });

  it('pays the balance that falls due after approval, too', async () => {
    const one = await filedFirst();
    const first = await opened(one);
    await payWith(rig(), first, visa);
    await settle(first);
    expect(await applicationOf(one)).toMatchObject({ status: 'waiting_first_review' });
    await approve(await signedInStaff('supervisor'), one);
    const second = await opened(one);
    expect(second.cents).toBe(15000);
    await payWith(rig(), second, visa);
    await settle(second);
    expect((await applicationOf(one)).status).toBe('approved');
    expect((await receiptsOf(one)).map((row) => row.cents).sort()).toEqual([15000, 5000]);
  });
});

describe('a capture on a bad day', () => {
  it.each(['lose_response', 'lose_request'] as const)('%s once: asked again by key within the same go', async (fault) => {
    const { one, attempt } = await paid();
    await rig().control('POST', 'faults', { do: fault, path: '/v1/payment_intents/*/capture' });
    await settle(attempt);
    await expectPaidOnce(one, attempt);
    const mine = (await callsLike(rig(), '/v1/payment_intents/*/capture')).filter((call) => call.idempotency_key === `capture:${attempt.id}`);
    expect(mine.filter((call) => !call.replayed)).toHaveLength(1);
  });

  it.each(['lose_response', 'lose_request'] as const)('%s, and the worker dies between asking and booking: the next go books it', async (fault) => {
    const { one, attempt } = await paid();
    await rig().control('POST', 'faults', { do: fault, path: '/v1/payment_intents/*/capture', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    expect((await findAttemptRow(attempt)).state).toBe('capture_requested');
    expect((await applicationOf(one)).status).toBe('confirming_payment');
    expect(await receiptsOf(one)).toEqual([]);
    await settle(attempt);
    await expectPaidOnce(one, attempt);
  });

  it('a worker that dies after committing the intention and before the call: the reconciler goes on', async () => {
    const { one, attempt } = await paid();
    // No request reaches the gateway: as if the process had ended between the commit and the call.
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/payment_intents/*/capture', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    expect(await moneyOf(rig(), attempt)).toMatchObject({ held: 1, captures: 0 });
    await reconcileAttempts(worker(3));
    await expectPaidOnce(one, attempt);
  });

  it('the gateway is away altogether: the promised work waits and loses nothing', async () => {
    const { one, attempt } = await paid();
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/payment_intents/*', times: 50 });
    await expect(deliverEvents(rig())).rejects.toThrow('GatewayUnavailable');
    expect((await findAttemptRow(attempt)).state).toBe('session_open');
    await rig().control('DELETE', 'faults');
    await work(1);
    await expectPaidOnce(one, attempt);
  });

  it('the bank lets the hold lapse first: nothing was taken, and the person is told why', async () => {
    const { one, attempt } = await paid();
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/payment_intents/*/capture', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    await rig().control('POST', 'clock', { advance_seconds: 8 * 86_400 });
    try {
      await settleAttempt(worker(8 * 1440), attempt.id);
    } finally {
      await rig().control('POST', 'clock', { offset_seconds: 0 });
    }
    expect(await findAttemptRow(attempt)).toMatchObject({ state: 'cancelled', refusal: 'hold_lapsed' });
    expect(refusalSentences.hold_lapsed).toContain('not charged');
    const row = await applicationOf(one);
    expect(row).toMatchObject({ status: 'awaiting_payment', queuedOn: null });
    expect(await audited(row.id, 'card_not_accepted')).toMatchObject([{ details: { refusal: 'hold_lapsed' } }]);
    expect(await receiptsOf(one)).toEqual([]);
  });
});
