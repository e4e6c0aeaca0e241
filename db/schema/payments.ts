import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { account } from './accounts';
import { application } from './applications';
import { id, instant } from './columns';

/** A sum owed, frozen when it fell due from the schedule of that day. What is still open is the ledger's to say. */
export const obligation = pgTable(
  'obligation',
  {
    id: id(),
    applicationId: uuid().notNull().references(() => application.id),
    accountId: uuid().notNull().references(() => account.id),
    code: text().notNull(),
    feeCode: text().notNull(),
    cents: integer().notNull(),
    dueWhen: text({ enum: ['at_submission', 'before_issue'] }).notNull(),
    refundable: boolean().notNull(),
    /** From when it may be paid and is asked for: at submission, or when the decision is made. */
    dueFrom: instant(),
    frozenAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('obligation_once').on(t.applicationId, t.code),
    index('obligation_account').on(t.accountId),
    check('obligation_cents', sql`${t.cents} > 0`),
    check('obligation_due', sql`${t.dueWhen} in ('at_submission', 'before_issue')`),
  ],
);

/** One go at paying by card: a state machine whose edges a trigger enforces. */
export const paymentAttempt = pgTable(
  'payment_attempt',
  {
    id: id(),
    accountId: uuid().notNull().references(() => account.id),
    applicationId: uuid().notNull().references(() => application.id),
    state: text({
      enum: [
        'created',
        'session_open',
        'authorised',
        'capture_requested',
        'captured',
        'cancel_requested',
        'cancelled',
        'expired',
      ],
    }).notNull(),
    cents: integer().notNull(),
    /** Everything sent under the idempotency key, expiry included, stored before it is sent. */
    expiresAt: instant().notNull(),
    checkoutSessionId: text(),
    checkoutUrl: text(),
    paymentIntentId: text(),
    brand: text(),
    funding: text(),
    lastFour: text(),
    /** Why nothing was captured, where nothing was. */
    refusal: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('payment_attempt_session').on(t.checkoutSessionId),
    uniqueIndex('payment_attempt_intent').on(t.paymentIntentId),
    index('payment_attempt_application').on(t.applicationId),
    index('payment_attempt_account').on(t.accountId),
    index('payment_attempt_unsettled')
      .on(t.updatedAt)
      .where(sql`${t.state} not in ('captured', 'cancelled', 'expired')`),
    check('payment_attempt_cents', sql`${t.cents} > 0`),
  ],
);

export const attemptObligation = pgTable(
  'attempt_obligation',
  {
    attemptId: uuid().notNull().references(() => paymentAttempt.id),
    obligationId: uuid().notNull().references(() => obligation.id),
    /** The open balance when the attempt was made: what the capture guard compares with. */
    cents: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.obligationId] }),
    index('attempt_obligation_obligation').on(t.obligationId),
    check('attempt_obligation_cents', sql`${t.cents} > 0`),
  ],
);

/** What the gateway told us, once per event. Handlers look the object up again; the payload is not kept. */
export const gatewayEvent = pgTable(
  'gateway_event',
  {
    eventId: text().primaryKey(),
    type: text().notNull(),
    objectId: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [index('gateway_event_object').on(t.objectId)],
);

/** The slip that goes into the envelope: names what it pays, carries no EIN, SSN or birth date. */
export const remittanceSlip = pgTable(
  'remittance_slip',
  {
    id: id(),
    reference: text().notNull(),
    accountId: uuid().notNull().references(() => account.id),
    applicationId: uuid().notNull().references(() => application.id),
    /** Now only what is due, or everything. */
    covers: text({ enum: ['due_now', 'everything'] }).notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('remittance_slip_reference').on(t.reference),
    uniqueIndex('remittance_slip_live').on(t.applicationId).where(sql`${t.endedAt} is null`),
    index('remittance_slip_account').on(t.accountId),
  ],
);

/** One mailed bank check, cashier's check or money order, or what came instead and went back. */
export const instrument = pgTable(
  'instrument',
  {
    id: id(),
    kind: text({ enum: ['bank_check', 'cashiers_check', 'money_order', 'personal_check', 'cash', 'other'] }).notNull(),
    serial: text(),
    serialKey: text(),
    issuer: text(),
    issuerKey: text(),
    drawnOn: date({ mode: 'string' }),
    cents: integer().notNull(),
    payerName: text(),
    receivedOn: date({ mode: 'string' }).notNull(),
    enteredAt: instant().notNull(),
    recordedBy: uuid().notNull().references(() => account.id),
    slipId: uuid().references(() => remittanceSlip.id),
    applicationId: uuid().references(() => application.id),
    outcome: text({ enum: ['accepted', 'returned'] }).notNull(),
    returnReason: text(),
  },
  (t) => [
    // The same paper cannot pay twice.
    uniqueIndex('instrument_serial').on(t.issuerKey, t.serialKey).where(sql`${t.outcome} = 'accepted'`),
    index('instrument_application').on(t.applicationId),
    index('instrument_slip').on(t.slipId),
    check('instrument_cents', sql`${t.cents} > 0`),
  ],
);

export const allocation = pgTable(
  'allocation',
  {
    instrumentId: uuid().notNull().references(() => instrument.id),
    obligationId: uuid().notNull().references(() => obligation.id),
    cents: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.instrumentId, t.obligationId] }),
    index('allocation_obligation').on(t.obligationId),
    check('allocation_cents', sql`${t.cents} > 0`),
  ],
);

/** Append-only double entry. The database refuses an unbalanced transaction at commit; corrections are reversals. */
export const ledgerTransaction = pgTable(
  'ledger_transaction',
  {
    id: id(),
    kind: text().notNull(),
    /** Names the cause, so that the same cause is posted once. */
    sourceKey: text().notNull(),
    postedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('ledger_transaction_source').on(t.sourceKey)],
);

export const ledgerEntry = pgTable(
  'ledger_entry',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    transactionId: uuid().notNull().references(() => ledgerTransaction.id),
    account: text({
      enum: ['receivable', 'fee_revenue', 'card_clearing', 'undeposited_instruments', 'unapplied_credit'],
    }).notNull(),
    /** Debits positive, credits negative. */
    cents: integer().notNull(),
    obligationId: uuid().references(() => obligation.id),
    applicationId: uuid().references(() => application.id),
  },
  (t) => [
    index('ledger_entry_transaction').on(t.transactionId),
    index('ledger_entry_obligation').on(t.obligationId).where(sql`${t.obligationId} is not null`),
    index('ledger_entry_application').on(t.applicationId, t.account),
    check('ledger_entry_cents', sql`${t.cents} <> 0`),
  ],
);

export const receipt = pgTable(
  'receipt',
  {
    number: integer().primaryKey(),
    accountId: uuid().notNull().references(() => account.id),
    applicationId: uuid().notNull().references(() => application.id),
    transactionId: uuid().notNull().references(() => ledgerTransaction.id),
    cents: integer().notNull(),
    method: text({ enum: ['card', 'mail'] }).notNull(),
    /** Card brand and last four, or kind and serial of the instrument: what the payer recognises it by. */
    paidWith: jsonb().$type<Record<string, string>>().notNull(),
    issuedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('receipt_transaction').on(t.transactionId),
    index('receipt_application').on(t.applicationId),
    index('receipt_account').on(t.accountId),
  ],
);

/** Where gap-free numbers come from: the row is locked until the receipt that took the number commits. */
export const receiptCounter = pgTable('receipt_counter', {
  id: integer().primaryKey(),
  lastNumber: integer().notNull(),
});
