import { z } from 'zod';
import type { Cents } from '@/lib/shared/money';
import { checksOut, normaliseCode } from '@/lib/shared/check-characters';
import { makeDay, parseDay, type Day } from '@/lib/shared/days';
import { optionalLine } from '@/lib/shared/text';

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

export const payInput = z.object({ reference: z.string().max(20), covers: covers.default('due_now') });
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

const dollars = z
  .string()
  .transform((typed) => typed.replace(/[$,\s]/g, ''))
  .pipe(z.string().regex(/^\d{1,6}(\.\d{2})?$/, { error: 'Enter the amount in dollars, like 200 or 200.00.' }))
  .transform((typed) => Math.round(Number(typed) * 100))
  .pipe(z.number().int().positive({ error: 'The amount must be more than nothing.' }));

/** A day as people here write it, 11/24/2026, or as machines do, 2026-11-24. */
function readDay(typed: string): Day | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  return parts ? makeDay(Number(parts[3]), Number(parts[1]), Number(parts[2])) : parseDay(typed.trim());
}

const typedDay = (what: string) =>
  z
    .string()
    .transform(readDay)
    .pipe(z.custom<Day>((value) => typeof value === 'string', { error: `Enter ${what} like 11/24/2026.` }));

const optionalDay = (what: string) =>
  z
    .string()
    .optional()
    .transform((typed) => (typed?.trim() ? typed : undefined))
    .pipe(typedDay(what).optional());

const slipReference = z
  .string()
  .transform(normaliseCode)
  .pipe(
    z
      .string()
      .min(1, { error: 'Type or scan the reference on the slip.' })
      .refine((code) => code === '' || checksOut(code), { error: 'Check the reference: a character is wrong.' })
      .refine((code) => !checksOut(code) || code.startsWith('R'), {
        error: 'This is not the reference of a slip: those start with R. Look it up above to find the slip.',
      }),
  );

export const recordInstrumentInput = z
  .object({
    slipReference,
    kind: z.enum(instrumentKinds, { error: 'Choose what was in the envelope.' }),
    serial: optionalLine('the serial number', 40),
    issuer: optionalLine('who issued it', 80),
    amount: dollars,
    payerName: optionalLine('the name of the payer', 100),
    receivedOn: typedDay('the day it arrived'),
    drawnOn: optionalDay('the date written on it'),
    returnReason: optionalLine('why it goes back', 200),
  })
  .superRefine((typed, check) => {
    const isOther = typed.kind === 'other' && !typed.returnReason;
    if (isOther) check.addIssue({ code: 'custom', path: ['returnReason'], message: 'Say why it goes back to the sender.' });
    if (!acceptedInstruments.some((kind) => kind === typed.kind)) return;
    if (!isLegible(typed.serial)) check.addIssue({ code: 'custom', path: ['serial'], message: 'Enter the serial number printed on it.' });
    if (!isLegible(typed.issuer)) check.addIssue({ code: 'custom', path: ['issuer'], message: 'Enter the bank or company that issued it.' });
  });

/** Letters and digits, by which the same paper is recognised. */
function isLegible(typed: string | undefined): boolean {
  return typed !== undefined && /[\p{L}\p{N}]/u.test(typed);
}

export type RecordInstrumentInput = z.output<typeof recordInstrumentInput>;

