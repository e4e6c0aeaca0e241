import * as z from 'zod/mini';
import { copiedLine, leftEmpty, optionalLine, paragraph } from '@/lib/shared/text';

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dates = new RegExp(
  [
    '\\d{1,4}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,4}',
    `${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
    `\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${month},?\\s+\\d{4}`,
    '(?<!\\d)(?:19|20)\\d{6}(?!\\d)|(?<!\\d)\\d{4}(?:19|20)\\d{2}(?!\\d)',
  ].join('|'),
  'i',
);

/** Words as somebody writes them, with a whole date among them. */
export function namesDate(words: string): boolean {
  return dates.test(words);
}

const optionalWords = z.pipe(leftEmpty, z.optional(paragraph('what is wrong', 1000)));

/** A birth date is a secret: that it is wrong is said here, what is right stands in the document. */
export const correctionInput = z
  .object({
    wrong: z.enum(['first_name', 'last_name', 'birth_date'], { error: 'Choose what is wrong.' }),
    right: optionalLine('what is right'),
    message: optionalWords,
  })
  .check(
    z.refine(({ wrong, right }) => wrong === 'birth_date' || right !== undefined, {
      path: ['right'],
      error: 'Enter the name as it should be.',
    }),
    z.refine(({ wrong, right }) => wrong !== 'birth_date' || right === undefined, {
      path: ['right'],
      error: 'Leave this empty. We read the date from your document.',
    }),
    z.refine(({ message }) => message === undefined || !namesDate(message), {
      path: ['message'],
      error: 'Leave dates out. We read them from your document.',
    }),
  );

/** What may be shown again: nothing with a date in it, for that may be the birth date. */
export function keptOfCorrection(typed: Readonly<Record<string, string | readonly string[]>>): string[] {
  return ['wrong', 'right', 'message'].filter((name) => !namesDate([typed[name] ?? ''].flat().join(' ')));
}
export type CorrectionInput = z.output<typeof correctionInput>;

/** Which certificate: one of theirs by its number, or one that is missing. */
export const missingCertificate = 'missing';

export const certificateProblemInput = z
  .object({
    certificate: z.string({ error: 'Choose which certificate it is about.' }).check(
      z.regex(/^(missing|[0-9A-Z]{3,20})$/, { error: 'Choose which certificate it is about.' }),
    ),
    about: z.pipe(leftEmpty, z.optional(copiedLine('the number, type or year', 200))),
    message: paragraph('what is wrong', 1000),
  })
  .check(
    z.refine(({ certificate, about }) => certificate !== missingCertificate || about !== undefined, {
      path: ['about'],
      error: 'Enter what you know of it: its number, its type, or the year.',
    }),
  );
export type CertificateProblemInput = z.output<typeof certificateProblemInput>;
