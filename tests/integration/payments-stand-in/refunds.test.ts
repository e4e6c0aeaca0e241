import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorOf, heldPayment, startRig, visaCredit, withRig, type Rig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

async function captured(on = rig, number = visaCredit) {
  const { intent, charge } = await heldPayment(on, number);
  await on.stripe.paymentIntents.capture(intent.id);
  return { intent: intent.id, charge: charge.id };
}

describe('a refund', () => {
  test('gives back in parts, and never more than was taken', async () => {
    const { intent, charge } = await captured();
    const first = await rig.stripe.refunds.create({ payment_intent: intent, amount: 30_000, metadata: { why: 'denied' } });
    expect(first).toMatchObject({ status: 'succeeded', amount: 30_000, charge, metadata: { why: 'denied' } });
    const tooMuch = await errorOf(rig.stripe.refunds.create({ payment_intent: intent, amount: 7501 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, param: 'amount' });
    expect(tooMuch.message).toContain('($75.01) is greater than unrefunded amount on charge ($75.00)');
    expect(await rig.stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 30_000, refunded: false });
    const rest = await rig.stripe.refunds.create({ charge });
    expect(rest.amount).toBe(7500);
    expect(await rig.stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 37_500, refunded: true });
    const again = await errorOf(rig.stripe.refunds.create({ charge }));
    expect(again).toMatchObject({ statusCode: 400, code: 'charge_already_refunded' });
    const list = await rig.stripe.refunds.list({ payment_intent: intent });
    expect(list.data.map(({ id }) => id)).toEqual([rest.id, first.id]);
    expect(await rig.stripe.refunds.retrieve(first.id, { expand: ['balance_transaction'] })).toMatchObject({
      balance_transaction: { type: 'refund', amount: -30_000, fee: 0, net: -30_000 },
    });
    const { refunds } = await rig.stripe.charges.retrieve(charge, { expand: ['refunds'] });
    expect(refunds?.data.map(({ id }) => id)).toEqual([rest.id, first.id]);
  });

  test('tells of itself by events', async () => {
    const { charge } = await captured();
    const refund = await rig.stripe.refunds.create({ charge });
    const told = (await rig.events()).map((event) => [event.type, event.data.object]);
    expect(told).toContainEqual(['refund.created', expect.objectContaining({ id: refund.id })]);
    expect(told).toContainEqual(['charge.refunded', expect.objectContaining({ id: charge, refunded: true })]);
  });

  test('after a partial capture goes up to what was captured', async () => {
    const { intent, charge } = await heldPayment(rig);
    await rig.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 5000 });
    expect((await errorOf(rig.stripe.refunds.create({ charge: charge.id, amount: 5001 }))).param).toBe('amount');
    expect(await rig.stripe.refunds.create({ charge: charge.id })).toMatchObject({ amount: 5000 });
    expect((await rig.stripe.charges.retrieve(charge.id)).refunded).toBe(true);
  });

  test('of money that is only held is refused', async () => {
    const { intent, charge } = await heldPayment(rig);
    expect((await errorOf(rig.stripe.refunds.create({ charge: charge.id }))).message).toContain('You must cancel');
    expect((await errorOf(rig.stripe.refunds.create({ payment_intent: intent.id }))).message).toContain('successful charge');
  });

  test.each([[0], [-100]])('of %i cents is refused', async (amount) => {
    const { charge } = await captured();
    expect((await errorOf(rig.stripe.refunds.create({ charge, amount }))).code).toBe('parameter_invalid_integer');
  });

  test('must say of what', async () => {
    expect((await errorOf(rig.stripe.refunds.create({ amount: 100 }))).code).toBe('parameter_missing');
    expect((await errorOf(rig.stripe.refunds.create({ charge: 'ch_none' }))).code).toBe('resource_missing');
  });

  test('can fail days later: the money is back on the account and can be refunded again', async () => {
    const { charge } = await captured();
    const refund = await rig.stripe.refunds.create({ charge });
    await rig.control('POST', `refunds/${refund.id}/fail`, { reason: 'lost_or_stolen_card' });
    expect(await rig.stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed', failure_reason: 'lost_or_stolen_card',
    });
    expect(await rig.stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    const told = (await rig.events()).map((event) => [event.type, event.data.object]);
    expect(told).toContainEqual(['refund.failed', expect.objectContaining({ id: refund.id, status: 'failed' })]);
    expect((await rig.stripe.refunds.create({ charge })).amount).toBe(37_500);
  });

  test.each([
    ['4000000000007726', 'pending', 'succeeded', 'refund.updated'],
    ['4000000000005126', 'succeeded', 'failed', 'refund.failed'],
  ])('on %s is first %s and later %s', (number, first, later, type) => withRig(async (one) => {
    const { charge } = await captured(one, number);
    const refund = await one.stripe.refunds.create({ charge });
    expect(refund.status).toBe(first);
    await one.control('POST', 'clock', { advance_seconds: 10 });
    expect((await one.stripe.refunds.retrieve(refund.id)).status).toBe(later);
    expect((await one.events()).map((event) => event.type)).toContain(type);
  }));
});

describe('a dispute', () => {
  test.each([
    ['won', ['charge.dispute.funds_reinstated', 'charge.dispute.closed'], 37_500 - 1118 - 1500],
    ['lost', ['charge.dispute.closed'], -1118 - 1500],
  ])('takes the money, and when %s is settled', (status, types, balance) => withRig(async (one) => {
    const { intent, charge } = await captured(one);
    const dispute = await one.control('POST', 'disputes', { payment_intent: intent, reason: 'unrecognized' });
    expect(await one.stripe.disputes.retrieve(dispute.id ?? '')).toMatchObject({
      charge, payment_intent: intent, amount: 37_500, reason: 'unrecognized', status: 'needs_response',
    });
    expect((await one.stripe.charges.retrieve(charge)).disputed).toBe(true);
    expect((await errorOf(one.stripe.refunds.create({ charge }))).code).toBe('charge_disputed');
    await one.control('POST', `disputes/${dispute.id}/close`, { status });
    expect((await one.stripe.disputes.list({ payment_intent: intent })).data).toMatchObject([{ status }]);
    const told = (await one.events()).map((event) => event.type);
    for (const type of ['charge.dispute.created', ...types]) expect(told).toContain(type);
    const moved = (await one.stripe.balanceTransactions.list({ limit: 100 })).data;
    expect(moved.reduce((sum, { net }) => sum + net, 0)).toBe(balance);
  }));

  test('comes by itself with the disputed test card', async () => {
    const { intent } = await captured(rig, '4000000000000259');
    expect((await rig.stripe.disputes.list({ payment_intent: intent })).data).toMatchObject([{ reason: 'fraudulent' }]);
  });
});
