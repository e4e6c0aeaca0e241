import { and, eq, max } from 'drizzle-orm';
import { allocation, instrument } from '@/db/schema/payments';
import { transact, type Tx } from '@/db/transact';
import { lockApplicationById, refreshStatus } from '@/lib/applications/steps';
import type { ApplicationRecord } from '@/lib/applications/model';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { cents, type Cents } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import type { RecordInstrumentInput } from './model';
import { canRecordInstruments } from './policy';
import { allocate, isAccepted } from './rules';
import { moneyFacts, postPayment } from './steps';
import { findSlip, insertInstrument, insertReceipt, obligationsOf, type SlipRow } from './store';

export type RecordInstrumentError =
  | 'not_allowed'
  | 'unknown_slip'
  | 'recorded_before'
  | 'received_in_future'
  | 'received_before_slip';
export type InstrumentRecorded = {
  readonly applicationReference: string;
  readonly outcome: 'accepted' | 'returned';
  readonly unappliedCents: Cents;
};

/**
 * Takes in one mailed instrument against its slip. Bank checks, cashier's checks and money orders are booked on what is
 * owed; anything else is noted and goes back, and the educator is told what to send instead.
 */
export async function recordInstrument(
  ctx: Ctx<Staff>,
  input: RecordInstrumentInput,
): Promise<Result<InstrumentRecorded, RecordInstrumentError>> {
  if (!canRecordInstruments(ctx.actor)) return err('not_allowed');
  if (input.receivedOn > dayInConnecticut(ctx.now)) return err('received_in_future');
  return transact(ctx.actor, async (tx) => {
    const slip = await findSlip(tx, input.slipReference);
    const application = slip && (await lockApplicationById(tx, slip.applicationId));
    if (!slip || !application) return err('unknown_slip');
    // Dated earlier it would pass others in the queue, or be in time when it was not.
    if (input.receivedOn < dayInConnecticut(slip.createdAt)) return err('received_before_slip');
    const outcome = isAccepted(input.kind) ? 'accepted' : 'returned';
    const made = await insertInstrument(tx, instrumentRow(ctx, input, slip, outcome));
    if (!made) return err('recorded_before');
    const rest = outcome === 'accepted' ? await book(tx, ctx, { input, slip, application, instrumentId: made.id }) : cents(0);
    await tell(tx, ctx, { accountId: slip.accountId, instrumentId: made.id, outcome });
    await recordAudit(tx, ctx, {
      type: outcome === 'accepted' ? 'instrument_recorded' : 'instrument_returned_to_sender',
      subject: { kind: 'instrument', id: made.id },
      details: { application: application.reference, kind: input.kind, cents: input.amount, unapplied: rest },
    });
    return ok({ applicationReference: application.reference, outcome, unappliedCents: rest });
  });
}

function instrumentRow(ctx: Ctx<Staff>, input: RecordInstrumentInput, slip: SlipRow, outcome: 'accepted' | 'returned') {
  const key = (text: string | undefined) => text?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') ?? null;
  return {
    kind: input.kind,
    serial: input.serial ?? null,
    serialKey: key(input.serial),
    issuer: input.issuer ?? null,
    issuerKey: key(input.issuer),
    drawnOn: input.drawnOn ?? null,
    cents: input.amount,
    payerName: input.payerName ?? null,
    receivedOn: input.receivedOn,
    enteredAt: ctx.now,
    recordedBy: ctx.actor.accountId,
    slipId: slip.id,
    applicationId: slip.applicationId,
    outcome,
    returnReason: outcome === 'returned' ? (input.returnReason ?? input.kind) : null,
  };
}

type Booking = { input: RecordInstrumentInput; slip: SlipRow; application: ApplicationRecord; instrumentId: string };

async function book(tx: Tx, ctx: Ctx<Staff>, { input, slip, application, instrumentId }: Booking): Promise<Cents> {
  const obligations = await obligationsOf(tx, application.id, 'lock');
  // What is over the sum due is kept for the same application's later balance; after its end nothing more falls due.
  const { shares, rest } = allocate(cents(input.amount), obligations, application.closedAt ? 'due_now' : 'everything');
  if (shares.length > 0) await tx.insert(allocation).values(shares.map((share) => ({ instrumentId, ...share })));
  const from = { kind: 'instrument_recorded', sourceKey: `instrument:${instrumentId}`, into: 'undeposited_instruments' } as const;
  const transactionId = await postPayment(tx, { ...from, applicationId: application.id, shares, rest }, ctx.now);
  if (transactionId) {
    const receipt = { accountId: slip.accountId, applicationId: application.id, transactionId, cents: input.amount };
    const paidWith = { kind: input.kind, serial: input.serial ?? '' };
    await insertReceipt(tx, { ...receipt, method: 'mail', paidWith, issuedAt: ctx.now });
  }
  const queuedOn = await lastArrival(tx, application.id);
  await refreshStatus(tx, application, { ...(await moneyFacts(tx, application.id)), queuedOn }, ctx.now);
  return rest;
}

// Mail counts from the day of its date stamp, whenever it is keyed in (design.md §10).
async function lastArrival(tx: Tx, applicationId: string): Promise<Day | undefined> {
  const isBooked = and(eq(instrument.applicationId, applicationId), eq(instrument.outcome, 'accepted'));
  const [row] = await tx.select({ day: max(instrument.receivedOn) }).from(instrument).where(isBooked);
  return (row?.day ?? undefined) as Day | undefined;
}

type News = { readonly accountId: string; readonly instrumentId: string; readonly outcome: 'accepted' | 'returned' };

async function tell(tx: Tx, ctx: Ctx<Staff>, { accountId, instrumentId, outcome }: News): Promise<void> {
  const kind = outcome === 'accepted' ? 'instrument_arrived' : 'instrument_returned';
  const to = { accountId };
  await stageMessage(tx, { kind, dedupeKey: `${kind}:${instrumentId}`, to, payload: { instrumentId } }, ctx.now);
}
