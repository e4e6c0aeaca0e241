import * as z from 'zod/mini';
import { birthDate, birthDateParts, postedPart, ssn } from '@/lib/identity/model';
import { leftEmpty, line, maskSsn, optionalLine, paragraph } from '@/lib/shared/text';
import { mergeFields, type MergeChoices, type MergeField, type Side } from './merge-rules';

const reference = z.string().check(z.maxLength(20));
const ein = z.string({ error: 'Enter the EIN.' }).check(
  z.overwrite((typed) => typed.replace(/[\s-]/g, '')),
  z.regex(/^\d{1,10}$/, { error: 'An EIN has up to ten digits. Check it.' }),
);

const needsNote = ['link', 'new', 'confirm'];
const needsLetter = ['ask', 'answer', 'reject'];
const inFile = 'It stays in the file.';
const isRead = 'The second person reads it.';
const decisionOf = (typed: string) => typed.split(':')[0] ?? '';

/** One choice of what to do with a case; which record, where it is a link, stands in the choice. */
export const decideCaseInput = z
  .object({
    reference,
    decision: z
      .string({ error: 'Choose what you decide.' })
      .check(z.regex(/^(link:\d{1,10}|new|confirm|ask|answer|reject|close)$/, { error: 'Choose what you decide.' })),
    note: z.pipe(leftEmpty, z.optional(paragraph('what you relied on', 1000))),
    letter: z.pipe(leftEmpty, z.optional(paragraph('what the educator reads', 1000))),
  })
  .check(
    z.refine((typed) => !needsNote.includes(decisionOf(typed.decision)) || typed.note !== undefined, {
      path: ['note'],
      error: `Say what you relied on. ${inFile}`,
    }),
    z.refine((typed) => !needsLetter.includes(decisionOf(typed.decision)) || typed.letter !== undefined, {
      path: ['letter'],
      error: 'Write what the educator is to read.',
    }),
    z.refine((typed) => typed.decision !== 'close' || typed.letter !== undefined, {
      path: ['letter'],
      error: `Say why you close it. ${inFile}`,
    }),
  );
export type DecideCaseInput = z.output<typeof decideCaseInput>;

const shows = (what: string, use = isRead) => paragraph(`what shows ${what}`, 1000, use);

export const relinkInput = z.object({ reference, ein, reason: shows('that the record is theirs') });

/** Typed by hand from a letter or a certificate, where a Social Security number may stand beside it. */
const typedEin = z.string({ error: 'Enter the EIN.' }).check(
  z.minLength(1, { error: 'Enter the EIN.' }),
  z.refine((typed) => !hasSsn(typed), { error: 'This looks like a Social Security number. Type the EIN: it has ten digits.', abort: true }),
  z.overwrite((typed) => typed.replace(/[\s-]/g, '')),
  z.regex(/^\d{1,10}$/, { error: 'An EIN has up to ten digits. Check it.' }),
);

export function hasSsn(typed: string): boolean {
  return maskSsn(typed) !== typed;
}

/** Two records to lay side by side. */
export const compareInput = z.object({ stays: typedEin, goes: typedEin, caseReference: optionalLine('the case', 20) });

export const addCandidateInput = z.object({ reference, ein });

/** Which of the two records a field is taken from. A field on which they agree is not asked for. */
const side = z.pipe(
  z._default(z.enum(['stays', 'goes'], { error: 'Choose one of the two.' }), 'stays'),
  z.transform((typed): Side => typed),
);
const sides = Object.fromEntries(Object.keys(mergeFields).map((field) => [field, side])) as Record<MergeField, typeof side>;

export const mergeInput = z.pipe(
  z.object({ stays: ein, goes: ein, caseReference: optionalLine('the case', 20), reason: shows('that they are one person'), ...sides }),
  z.transform(({ stays, goes, caseReference, reason: why, ...choices }) => ({
    ...{ stays, goes, caseReference, reason: why },
    choices: choices as MergeChoices,
  })),
);

export const decisionInput = z.object({ id: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) });

const ofRecord = { reference, ein };
const name = { firstName: line('the first name'), lastName: line('the last name') };

export const correctNameInput = z.pipe(
  z.object({ ...ofRecord, reason: shows('the right name', inFile), ...name, middleName: optionalLine('the middle name'), suffix: optionalLine('the suffix', 10) }),
  z.transform(({ firstName, lastName, middleName, suffix, ...rest }) => ({
    ...rest,
    names: { firstName, lastName, middleName: middleName ?? null, suffix: suffix ?? null },
  })),
);

export const correctSsnInput = z.object({ ...ofRecord, reason: shows('which number is right'), ssn });

type BirthDateBoxes = { readonly birthDateMonth: string; readonly birthDateDay: string; readonly birthDateYear: string };
const posted = z.object({ reference: postedPart, ein: postedPart, reason: postedPart, ...birthDateParts });

/** The boxes become one date first, so that a wrong date is told together with every other mistake. */
export const correctBirthDateInput = z.pipe(
  z.pipe(
    posted,
    z.transform(({ birthDateMonth, birthDateDay, birthDateYear, ...typed }: z.output<typeof posted>) => {
      const boxes: BirthDateBoxes = { birthDateMonth, birthDateDay, birthDateYear };
      return { ...typed, birthDate: boxes };
    }),
  ),
  z.object({ ...ofRecord, reason: shows('which date is right'), birthDate }),
);

/** Why somebody needs a whole SSN: kept with the access, which the person can read. */
export const revealReasons = {
  document: 'To compare it with a document',
  agency: 'To answer another agency about this person',
  correction: 'To find out which of two numbers is right',
  other: 'Something else',
} as const;
export type RevealReason = keyof typeof revealReasons;

/** Why somebody needs what a correction would put on record, beside what is there. */
export const revealProposalReasons = {
  document: 'To compare both with a document',
  call: 'To ask the person about it',
  other: 'Something else',
} as const;
export type RevealProposalReason = keyof typeof revealProposalReasons;

const revealed = {
  otherReason: optionalLine('what you need it for', 200),
  code: z.string().check(
    z.overwrite((typed) => typed.replace(/\s/g, '')),
    z.regex(/^\d{6}$/, { error: 'Enter the six digits that your authenticator app shows now.' }),
  ),
};
const chooseWhy = { error: 'Choose why you need it.' };
const otherIsSaid = z.refine<{ readonly revealReason: string; readonly otherReason?: string | undefined }>(
  (typed) => typed.revealReason !== 'other' || typed.otherReason !== undefined,
  { path: ['otherReason'], error: 'Say what you need it for. The person can read it.' },
);

export const revealInput = z
  .object({ ...{ reference, ein }, revealReason: z.enum(['document', 'agency', 'correction', 'other'], chooseWhy), ...revealed })
  .check(otherIsSaid);

export const revealProposalInput = z
  .object({ ...decisionInput.shape, revealReason: z.enum(['document', 'call', 'other'], chooseWhy), ...revealed })
  .check(otherIsSaid);
