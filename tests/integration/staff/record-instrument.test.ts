import { eq } from 'drizzle-orm';
import { instrument, receipt } from '@/db/schema/payments';
import { recordInstrumentInput, type RecordInstrumentInput } from '@/lib/payments/model';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { day } from '@/lib/shared/days';
import { decideApplication } from '@/lib/staff/decide-application';
import { findEnvelope, findRecordedToday } from '@/lib/staff/mailroom-queries';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff } from '@/tests/support/people';
import {
  allocationsOf,
  applicationOf,
  approve,
  audited,
  balances,
  booksBalance,
  filedAdvance,
  filedFirst,
  instrumentsOf,
  messagesTo,
  moneyOrder,
  slipFor,
  tenConnections,
  value,
} from './filed';

const { db } = useDatabase();
const receiptsOf = (applicationId: string) => db().select().from(receipt).where(eq(receipt.applicationId, applicationId));
const refused = (error: string) => ({ ok: false, error });

describe('recording what came by mail', () => {
  it('books an exact money order, gives a receipt, and the application joins the queue', async () => {
    const one = await filedAdvance();
    const cashier = await signedInStaff('cashier');
    const answer = value(await recordInstrument(cashier, moneyOrder(await slipFor(one), 375)));
    expect(answer).toEqual({ applicationReference: one.reference, outcome: 'accepted', unappliedCents: 0 });
    const row = await applicationOf(one);
    expect(row).toMatchObject({ status: 'waiting_first_review', queuedOn: '2026-11-24' });
    expect(await receiptsOf(row.id)).toMatchObject([{ cents: 37500, method: 'mail' }]);
    expect(await balances(row.id)).toEqual({ receivable: 0, fee_revenue: -37500, undeposited_instruments: 37500 });
    const [made] = await instrumentsOf(row.id);
    expect(await audited(made?.id ?? '', 'instrument_recorded')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'instrument_arrived')).toHaveLength(1);
    expect(await booksBalance()).toBe(true);
  });

  it('lets a partial payment start nothing, and the rest complete it, dated the later of the two', async () => {
    const one = await filedAdvance({ at: new Date('2026-11-20T15:00:00Z') });
    const cashier = await signedInStaff('cashier');
    const slip = await slipFor(one, 'due_now', new Date('2026-11-20T15:00:00Z'));
    value(await recordInstrument(cashier, moneyOrder(slip, 300, { receivedOn: day('2026-11-23') })));
    expect(await applicationOf(one)).toMatchObject({ status: 'awaiting_payment', queuedOn: null });
    value(await recordInstrument(again(cashier), moneyOrder(slip, 75, { receivedOn: day('2026-11-21') })));
    expect(await applicationOf(one)).toMatchObject({ status: 'waiting_first_review', queuedOn: '2026-11-23' });
  });

  it('keeps what is over for the same application’s later balance, and only then unapplied', async () => {
    const one = await filedFirst();
    const cashier = await signedInStaff('cashier');
    const answer = value(await recordInstrument(cashier, moneyOrder(await slipFor(one), 205)));
    expect(answer.unappliedCents).toBe(500);
    const row = await applicationOf(one);
    expect(row.status).toBe('waiting_first_review');
    expect(await balances(row.id)).toMatchObject({ receivable: 0, unapplied_credit: -500, undeposited_instruments: 20500 });
    await approve(await signedInStaff('reviewer'), one);
    expect((await applicationOf(one)).status).toBe('approved');
  });

  it('books nothing on what would only have fallen due after a decision that denied it', async () => {
    const one = await filedFirst();
    const supervisor = await signedInStaff('supervisor');
    const slip = await slipFor(one, 'everything');
    value(await recordInstrument(supervisor, moneyOrder(slip, 50)));
    value(await decideApplication(again(supervisor), { reference: one.reference, outcome: 'denied', reason: 'No' }));
    const late = value(await recordInstrument(again(supervisor), moneyOrder(slip, 150)));
    expect(late).toMatchObject({ outcome: 'accepted', unappliedCents: 15000 });
  });

  it.each(['personal_check', 'cash', 'other'] as const)('returns a %s and books nothing', async (kind) => {
    const one = await filedAdvance();
    const cashier = await signedInStaff('cashier');
    const bare = { kind, serial: undefined, issuer: undefined, returnReason: kind === 'other' ? 'A foreign draft' : undefined };
    const answer = value(await recordInstrument(cashier, moneyOrder(await slipFor(one), 375, bare)));
    expect(answer).toEqual({ applicationReference: one.reference, outcome: 'returned', unappliedCents: 0 });
    const row = await applicationOf(one);
    expect(row).toMatchObject({ status: 'awaiting_payment', queuedOn: null });
    const [made] = await instrumentsOf(row.id);
    expect(made).toMatchObject({ outcome: 'returned', returnReason: bare.returnReason ?? kind });
    expect(await allocationsOf(made?.id ?? '')).toEqual([]);
    expect(await receiptsOf(row.id)).toEqual([]);
    expect(await balances(row.id)).toEqual({ receivable: 37500, fee_revenue: -37500 });
    expect(await audited(made?.id ?? '', 'instrument_returned_to_sender')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'instrument_returned')).toHaveLength(1);
  });

  it('is for cashiers, supervisors and administrators', async () => {
    const one = await filedAdvance();
    const slip = await slipFor(one);
    for (const role of ['reviewer', 'auditor'] as const) {
      expect(await recordInstrument(await signedInStaff(role), moneyOrder(slip, 375))).toEqual(refused('not_allowed'));
      expect(await findEnvelope(await signedInStaff(role), slip)).toBeUndefined();
    }
    expect((await recordInstrument(await signedInStaff('supervisor'), moneyOrder(slip, 100))).ok).toBe(true);
    expect((await recordInstrument(await signedInStaff('administrator'), moneyOrder(slip, 100))).ok).toBe(true);
  });

  it('refuses a slip nobody has, a day to come, and a day before the slip', async () => {
    const one = await filedAdvance();
    const cashier = await signedInStaff('cashier');
    const slip = await slipFor(one);
    const go = (more: Partial<RecordInstrumentInput>) => recordInstrument(again(cashier), moneyOrder(slip, 375, more));
    expect(await go({ slipReference: 'R0000000' })).toEqual(refused('unknown_slip'));
    expect(await go({ receivedOn: day('2026-11-25') })).toEqual(refused('received_in_future'));
    expect(await go({ receivedOn: day('2025-11-24') })).toEqual(refused('received_before_slip'));
    // Late in the evening it is tomorrow already in London, and not in Hartford.
    const evening = again(cashier, new Date('2026-11-25T02:00:00Z'));
    expect(await recordInstrument(evening, moneyOrder(slip, 375, { receivedOn: day('2026-11-25') }))).toEqual(refused('received_in_future'));
    expect(await instrumentsOf((await applicationOf(one)).id)).toEqual([]);
  });

  it('leaves one of ten recordings of the same money order, whichever slip they name', async () => {
    const [one, other] = [await filedAdvance(), await filedAdvance()];
    const [slip, otherSlip] = [await slipFor(one), await slipFor(other)];
    const paper = moneyOrder(slip, 375);
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('cashier')));
    await tenConnections();
    const answers = await Promise.all(
      desk.map((ctx, at) => {
        const serial = at % 2 ? paper.serial : paper.serial?.replace('-', ' ').toLowerCase();
        return recordInstrument(ctx, { ...paper, serial, slipReference: at % 2 ? slip : otherSlip });
      }),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error === 'recorded_before')).toHaveLength(9);
    const [ours, theirs] = [await applicationOf(one), await applicationOf(other)];
    expect([...(await instrumentsOf(ours.id)), ...(await instrumentsOf(theirs.id))]).toHaveLength(1);
    expect([...(await receiptsOf(ours.id)), ...(await receiptsOf(theirs.id))]).toHaveLength(1);
    expect(await booksBalance()).toBe(true);
  });

  it('pays what is owed once when ten money orders arrive for it at once; the rest is unapplied', async () => {
    const one = await filedAdvance();
    const slip = await slipFor(one);
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('cashier')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => recordInstrument(ctx, moneyOrder(slip, 375))));
    expect(answers.map((answer) => value(answer).unappliedCents).sort()).toEqual([0, ...Array<number>(9).fill(37500)]);
    const { id } = await applicationOf(one);
    expect(await balances(id)).toMatchObject({ receivable: 0, unapplied_credit: -9 * 37500 });
    const numbers = (await receiptsOf(id)).map((row) => row.number).sort();
    expect(numbers.at(-1)).toBe((numbers[0] ?? 0) + 9);
  });
});

describe('the mailroom’s pages', () => {
  it('show whose slip it is and what is owed, by either reference', async () => {
    const one = await filedFirst();
    const slip = await slipFor(one);
    const cashier = await signedInStaff('cashier');
    const envelope = { applicationReference: one.reference, slipReference: slip, dueCents: 5000, laterCents: 15000 };
    expect(await findEnvelope(cashier, ` ${slip.toLowerCase()} `)).toMatchObject(envelope);
    expect(await findEnvelope(cashier, one.reference)).toMatchObject(envelope);
    expect(await findEnvelope(cashier, 'R0000000')).toBeUndefined();
  });

  it('list what this person recorded today, the latest first', async () => {
    const one = await filedFirst();
    const slip = await slipFor(one);
    const cashier = await signedInStaff('cashier');
    value(await recordInstrument(again(cashier, new Date('2026-11-24T15:00:00Z')), moneyOrder(slip, 30)));
    value(await recordInstrument(again(cashier, new Date('2026-11-24T16:00:00Z')), moneyOrder(slip, 25)));
    value(await recordInstrument(await signedInStaff('cashier'), moneyOrder(slip, 20)));
    const later = again(cashier, new Date('2026-11-25T04:30:00Z'));
    expect(await findRecordedToday(later)).toMatchObject([
      { cents: 2500, bookedCents: 2500, stillOwedCents: 0, queuedOn: '2026-11-24' },
      { cents: 3000, bookedCents: 3000, name: `Pat ${one.lastName}` },
    ]);
    expect(await findRecordedToday(again(cashier, new Date('2026-11-25T15:00:00Z')))).toEqual([]);
    expect(await db().select().from(instrument).where(eq(instrument.recordedBy, cashier.actor.accountId))).toHaveLength(2);
  });
});

describe('what is typed into the mailroom form', () => {
  const typed = { kind: 'money_order', serial: '1', issuer: 'USPS', amount: '$1,200.50', receivedOn: '11/4/2026' };
  const problems = (change: Record<string, string>) => {
    const parsed = recordInstrumentInput.safeParse({ ...typed, slipReference: 'r000-000 r', ...change });
    return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  };

  it('is read as people write it', async () => {
    const slipReference = await slipFor(await filedAdvance());
    const spaced = `${slipReference.slice(0, 4)} ${slipReference.slice(4)}`.toLowerCase();
    const parsed = recordInstrumentInput.parse({ ...typed, slipReference: spaced, drawnOn: '2026-11-01' });
    expect(parsed).toMatchObject({ slipReference, amount: 120050, receivedOn: '2026-11-04', drawnOn: '2026-11-01' });
  });

  it.each([
    [{ slipReference: 'R0000001' }, 'slipReference: Check the reference: a character is wrong.'],
    [{ receivedOn: '13/1/2026' }, 'receivedOn: Enter the day it arrived like 11/24/2026.'],
    [{ drawnOn: 'yesterday' }, 'drawnOn: Enter the date written on it like 11/24/2026.'],
    [{ amount: '0' }, 'amount: The amount must be more than nothing.'],
    [{ amount: '12.5' }, 'amount: Enter the amount in dollars, like 200 or 200.00.'],
    [{ kind: 'bitcoin' }, 'kind: Choose what was in the envelope.'],
  ])('is told apart: %j', (change, message) => {
    expect(problems(change)).toContain(message);
  });

  it('needs serial and issuer for what is booked, and a reason for what goes back unnamed', async () => {
    const slipReference = await slipFor(await filedAdvance());
    expect(problems({ slipReference, serial: ' - ', issuer: '' })).toEqual([
      'serial: Enter the serial number printed on it.',
      'issuer: Enter the bank or company that issued it.',
    ]);
    expect(problems({ slipReference, kind: 'other', serial: '', issuer: '' })).toEqual([
      'returnReason: Say why it goes back to the sender.',
    ]);
    expect(problems({ slipReference, kind: 'cash', serial: '', issuer: '' })).toEqual([]);
    const { reference } = await filedAdvance();
    expect(problems({ slipReference: reference }).join()).toContain('This is not the reference of a slip');
  });
});
