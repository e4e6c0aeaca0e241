import { eq } from 'drizzle-orm';
import { extraCards } from '@/dev/payments/cards';
import { attemptObligation, ledgerEntry, ledgerTransaction } from '@/db/schema/payments';
import { randomUUID } from 'node:crypto';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { refusalSentences, type CaptureRefusal } from '@/lib/payments/rules';
import { settleAttempt } from '@/lib/payments/settle-attempt';
import { transact } from '@/db/transact';
import { ok } from '@/lib/shared/result';
import { applicationOf, audited, balances, booksBalance, filedAdvance, messagesTo, moneyOrder, slipFor, value } from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import { findAttemptRow, moneyOf, nowReally, opened, payWith, receiptsOf, settle, useGateway, worker, type Attempt } from '@/tests/support/payments';
import { again, signedInStaff } from '@/tests/support/people';
import { day } from '@/lib/shared/days';

const { db } = useDatabase();
const { rig } = useGateway();
const visa = '4242424242424242';
type Filed = Awaited<ReturnType<typeof filedAdvance>>;

/** The one right end of a payment that may not be taken: the hold is let go, never captured and refunded. */
async function expectLetGo(one: Filed, attempt: Attempt, refusal: CaptureRefusal): Promise<void> {
  expect(await findAttemptRow(attempt)).toMatchObject({ state: 'cancelled', refusal });
  expect(await moneyOf(rig(), attempt)).toEqual({ held: 0, captures: 0, cancels: 1, refunds: 0 });
  expect(refusalSentences[refusal]).toMatch(/\.$/);
  const { id } = await applicationOf(one);
  expect(await audited(id, 'card_not_accepted')).toMatchObject([{ details: { refusal } }]);
  expect(await messagesTo(one.ctx.actor.accountId, 'card_not_accepted')).toHaveLength(1);
  expect((await receiptsOf(one)).filter((row) => row.method === 'card')).toEqual([]);
  expect(await booksBalance()).toBe(true);
}

describe('a card the page itself does not take', () => {
  it.each([
    ['Visa debit', '4000056655665556'],
    ['Mastercard debit', '5200828282828210'],
    ['Mastercard prepaid', '5105105105105100'],
    ['American Express', '378282246310005'],
    ['Discover', '6011111111111117'],
    ['Diners', '36227206271667'],
  ])('%s: nothing is held, nothing is charged, and the application still waits for its payment', async (_what, number) => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    const answer = await payWith(rig(), attempt, number);
    expect(answer).toMatchObject({ kind: 'refused' });
    await settle(attempt);
    expect((await findAttemptRow(attempt)).state).toBe('session_open');
    expect(await moneyOf(rig(), attempt)).toEqual({ held: 0, captures: 0, cancels: 0, refunds: 0 });
    expect((await applicationOf(one)).status).toBe('awaiting_payment');
  });
});

describe('a card that slips past the page', () => {
  it.each([
    ['debit that passes for credit', extraCards.debitInDisguise, 'not_a_credit_card'],
    ['prepaid that passes for credit', extraCards.prepaidInDisguise, 'not_a_credit_card'],
    ['funded nobody knows how', extraCards.fundingUnknown, 'card_type_unknown'],
    ['of a brand that cannot be blocked', extraCards.brandNobodyBlocks, 'brand_not_accepted'],
  ] as const)('%s: authorised, then let go, with the sentence kept', async (_what, number, refusal) => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    expect(await payWith(rig(), attempt, number)).toMatchObject({ kind: 'paid' });
    await Promise.allSettled(Array.from({ length: 5 }, () => settle(attempt)));
    await settle(attempt);
    await expectLetGo(one, attempt, refusal);
    const { id } = await applicationOf(one);
    expect(await applicationOf(one)).toMatchObject({ status: 'awaiting_payment', queuedOn: null });
    expect(await balances(id)).toEqual({ receivable: 37500, fee_revenue: -37500 });
    expect((await opened(one)).id).not.toBe(attempt.id);
  });

  it('is let go once, even when the answer to that is lost and asked for again', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    await payWith(rig(), attempt, extraCards.debitInDisguise);
    await rig().control('POST', 'faults', { do: 'lose_response', path: '/v1/payment_intents/*/cancel', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    expect((await findAttemptRow(attempt)).state).toBe('cancel_requested');
    await settle(attempt);
    await expectLetGo(one, attempt, 'not_a_credit_card');
  });
});

async function recordMoneyOrder(one: Filed, slip: string, dollars = 375) {
  const cashier = again(await signedInStaff('cashier'), nowReally(1440));
  return recordInstrument(cashier, moneyOrder(slip, dollars, { receivedOn: day('2026-11-24') }));
}

describe('a card and a money order for the same thing', () => {
  it('the money order is recorded while the card is held: the card’s money is let go', async () => {
    const one = await filedAdvance();
    const slip = await slipFor(one);
    const attempt = await opened(one);
    await payWith(rig(), attempt, visa);
    value(await recordMoneyOrder(one, slip));
    await settle(attempt);
    await expectLetGo(one, attempt, 'already_paid');
    const { id, status } = await applicationOf(one);
    expect(status).toBe('waiting_first_review');
    expect(await balances(id)).toEqual({ receivable: 0, fee_revenue: -37500, undeposited_instruments: 37500 });
  });

  it('the money order is recorded after the capture was decided: it is kept unapplied, and the fee is paid once', async () => {
    const one = await filedAdvance();
    const slip = await slipFor(one);
    const attempt = await opened(one);
    await payWith(rig(), attempt, visa);
    await rig().control('POST', 'faults', { do: 'lose_request', path: '/v1/payment_intents/*/capture', times: 2 });
    await expect(settle(attempt)).rejects.toThrow('gateway_unavailable');
    value(await recordMoneyOrder(one, slip));
    await settle(attempt);
    const { id } = await applicationOf(one);
    expect(await moneyOf(rig(), attempt)).toMatchObject({ captures: 1 });
    expect(await balances(id)).toEqual({
      ...{ receivable: 0, fee_revenue: -37500, card_clearing: 37500 },
      ...{ undeposited_instruments: 37500, unapplied_credit: -37500 },
    });
    expect(await booksBalance()).toBe(true);
  });

  it('both at once: the obligation is paid exactly once, whoever wins', async () => {
    for (let round = 0; round < 6; round += 1) {
      const one = await filedAdvance();
      const slip = await slipFor(one);
      const attempt = await opened(one);
      await payWith(rig(), attempt, visa);
      const [, recorded] = await Promise.allSettled([settle(attempt), recordMoneyOrder(one, slip)]);
      expect(recorded).toMatchObject({ status: 'fulfilled', value: { ok: true } });
      await settleAttempt(worker(), attempt.id);
      const { id, status } = await applicationOf(one);
      const books = await balances(id);
      expect(status).toBe('waiting_first_review');
      expect(books).toMatchObject({ receivable: 0, fee_revenue: -37500, undeposited_instruments: 37500 });
      const { state } = await findAttemptRow(attempt);
      const isCaptured = state === 'captured';
      expect(state).toBe(isCaptured ? 'captured' : 'cancelled');
      expect(books.card_clearing ?? 0).toBe(isCaptured ? 37500 : 0);
      expect(books.unapplied_credit ?? 0).toBe(isCaptured ? -37500 : 0);
      expect(await moneyOf(rig(), attempt)).toMatchObject({ captures: isCaptured ? 1 : 0, cancels: isCaptured ? 0 : 1 });
    }
  });

  it('part of it was paid by mail meanwhile: what was authorised is no longer what is owed, and is let go', async () => {
    const one = await filedAdvance();
    const slip = await slipFor(one);
    const attempt = await opened(one);
    await payWith(rig(), attempt, visa);
    value(await recordMoneyOrder(one, slip, 20));
    await settle(attempt);
    await expectLetGo(one, attempt, 'already_paid');
    expect((await opened(one)).cents).toBe(35500);
  });
});

describe('an amount that is not the attempt’s', () => {
  it('is let go when what is owed was changed meanwhile', async () => {
    const one = await filedAdvance();
    const attempt = await opened(one);
    await payWith(rig(), attempt, visa);
    const { id } = await applicationOf(one);
    const [share] = await db().select().from(attemptObligation).where(eq(attemptObligation.attemptId, attempt.id));
    await transact({ kind: 'worker', job: 'correction' }, async (tx) => {
      const transactionId = randomUUID();
      await tx.insert(ledgerTransaction).values({ id: transactionId, kind: 'correction', sourceKey: `correction:${id}`, postedAt: nowReally() });
      const about = { transactionId, applicationId: id, obligationId: share?.obligationId ?? null };
      await tx.insert(ledgerEntry).values([{ ...about, account: 'receivable', cents: 1000 }, { ...about, account: 'fee_revenue', cents: -1000 }]);
      return ok();
    });
    await settle(attempt);
    expect(await findAttemptRow(attempt)).toMatchObject({ state: 'cancelled' });
    expect(await moneyOf(rig(), attempt)).toEqual({ held: 0, captures: 0, cancels: 1, refunds: 0 });
    expect((await opened(one)).cents).toBe(38500);
  });
});
