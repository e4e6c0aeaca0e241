import * as z from 'zod/mini';
import type { Cents } from '@/lib/shared/money';
import { checksOut, normaliseCode } from '@/lib/shared/check-characters';
import { copiedLine, leftEmpty, optionalLine } from '@/lib/shared/text';
import { optionalTypedDay, typedDay } from '@/lib/shared/typed-day';

export type ObligationCode = string;

/** A sum owed, with what the ledger says is still open of it. */
export type Obligation = {
  readonly id: string;
  readonly code: ObligationCode;
  readonly feeCode: string;
  readonly cents: Cents;
  readonly openCents: Cents;
  readonly dueWhen: 'at_submission' | 'before_issue';
  /** False while it will only fall due once the decision is made. */
  readonly isDue: boolean;
  readonly refundable: boolean;
};

export type AttemptState =
  | 'created'
  | 'session_open'
  | 'authorised'
  | 'capture_requested'
  | 'captured'
  | 'cancel_requested'
  | 'cancelled'
  | 'expired';

/** What is to be paid in one go: only what is due, or everything that ever will be. */
export const covers = z.enum(['due_now', 'everything']);
export type Covers = z.output<typeof covers>;

export const payInput = z.object({ reference: z.string().check(z.maxLength(20)), covers: z._default(covers, 'due_now') });
export type PayInput = z.output<typeof payInput>;

export const acceptedInstruments = ['bank_check', 'cashiers_check', 'money_order'] as const;
export const returnedInstruments = ['personal_check', 'cash', 'other'] as const;
export const instrumentKinds = [...acceptedInstruments, ...returnedInstruments] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];

export const instrumentNames: Readonly<Record<InstrumentKind, string>> = {
  bank_check: 'certified bank check',
  cashiers_check: "cashier's check",
  money_order: 'money order',
  personal_check: 'personal check',
  cash: 'cash',
  other: 'something else',
};

const dollars = z.pipe(
  z.pipe(
    z.string().check(
      z.overwrite((typed) => typed.replace(/[$,\s]/g, '')),
      z.regex(/^\d{1,6}(\.\d{2})?$/, { error: 'Enter the amount in dollars, like 200 or 200.00.' }),
    ),
    z.transform((typed: string) => Math.round(Number(typed) * 100)),
  ),
  z.int().check(z.positive({ error: 'The amount must be more than nothing.' })),
);

const slipReference = z.string().check(
  z.overwrite(normaliseCode),
  z.minLength(1, { error: 'Type or scan the reference on the slip.' }),
  z.refine((code) => code === '' || checksOut(code), { error: 'Check the reference: a character is wrong.' }),
  z.refine((code) => !checksOut(code) || code.startsWith('R'), {
    error: 'This is not the reference of a slip: those start with R. Look it up above to find the slip.',
  }),
);

export const recordInstrumentInput = z
  .object({
    slipReference,
    kind: z.enum(instrumentKinds, { error: 'Choose what was in the envelope.' }),
    serial: z.pipe(leftEmpty, z.optional(copiedLine('the serial number', 40))),
    issuer: optionalLine('who issued it', 80),
    amount: dollars,
    payerName: optionalLine('the name of the payer', 100),
    receivedOn: typedDay('the day it arrived'),
    drawnOn: optionalTypedDay('the date written on it'),
    returnReason: optionalLine('why it goes back', 200),
  })
  .check(
    z.refine((typed) => typed.kind !== 'other' || typed.returnReason !== undefined, {
      path: ['returnReason'],
      error: 'Say why it goes back to the sender.',
    }),
    z.refine((typed) => !isAccepted(typed.kind) || isLegible(typed.serial), {
      path: ['serial'],
      error: 'Enter the serial number printed on it.',
    }),
    z.refine((typed) => !isAccepted(typed.kind) || isLegible(typed.issuer), {
      path: ['issuer'],
      error: 'Enter the bank or company that issued it.',
    }),
  );

function isAccepted(kind: InstrumentKind): boolean {
  return acceptedInstruments.some((accepted) => accepted === kind);
}

/** Letters and digits, by which the same paper is recognised. */
function isLegible(typed: string | undefined): boolean {
  return typed !== undefined && /[\p{L}\p{N}]/u.test(typed);
}

export type RecordInstrumentInput = z.output<typeof recordInstrumentInput>;

