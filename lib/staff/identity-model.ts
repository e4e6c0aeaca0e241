import * as z from 'zod/mini';
import { birthDate, birthDateParts, postedPart, ssn } from '@/lib/identity/model';
import { leftEmpty, line, optionalLine, paragraph } from '@/lib/shared/text';
import { mergeFields, type MergeChoices, type MergeField, type Side } from './merge-rules';

const reference = z.string().check(z.maxLength(20));
const ein = z.string({ error: 'Enter the EIN.' }).check(
  z.overwrite((typed) => typed.replace(/[\s-]/g, '')),
  z.regex(/^\d{1,10}$/, { error: 'An EIN has up to ten digits. Check it.' }),
);

const needsNote = ['link', 'new', 'confirm'];
const needsLetter = ['ask', 'answer', 'reject'];
const decisionOf = (typed: string) => typed.split(':')[0] ?? '';

/** One choice of what to do with a case; which record, where it is a link, stands in the choice. */
export const decideCaseInput = z
  .object({
    reference,
    decision: z
      .string({ error: 'Choose what you decide.' })
      .check(z.regex(/^(link:\d{1,10}|new|confirm|ask|answer|reject)$/, { error: 'Choose what you decide.' })),
    note: z.pipe(leftEmpty, z.optional(paragraph('what you relied on', 1000))),
    letter: z.pipe(leftEmpty, z.optional(paragraph('what the educator reads', 1000))),
  })
  .check(
    z.refine((typed) => !needsNote.includes(decisionOf(typed.decision)) || typed.note !== undefined, {
      path: ['note'],
      error: 'Say what you relied on. It stays in the file.',
    }),
    z.refine((typed) => !needsLetter.includes(decisionOf(typed.decision)) || typed.letter !== undefined, {
      path: ['letter'],
      error: 'Write what the educator is to read.',
    }),
  );
export type DecideCaseInput = z.output<typeof decideCaseInput>;

const reason = paragraph('why', 1000);

export const relinkInput = z.object({ reference, ein, reason });

export const addCandidateInput = z.object({ reference, ein });

/** Which of the two records a field is taken from. A field on which they agree is not asked for. */
const side = z.pipe(
  z._default(z.enum(['stays', 'goes'], { error: 'Choose one of the two.' }), 'stays'),
  z.transform((typed): Side => typed),
);
const sides = Object.fromEntries(Object.keys(mergeFields).map((field) => [field, side])) as Record<MergeField, typeof side>;

export const mergeInput = z.pipe(
  z.object({ stays: ein, goes: ein, caseReference: optionalLine('the case', 20), reason, ...sides }),
  z.transform(({ stays, goes, caseReference, reason: why, ...choices }) => ({
    ...{ stays, goes, caseReference, reason: why },
    choices: choices as MergeChoices,
  })),
);

export const decisionInput = z.object({ id: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) });

const ofRecord = { reference, ein, reason };
const name = { firstName: line('the first name'), lastName: line('the last name') };

export const correctNameInput = z.pipe(
  z.object({ ...ofRecord, ...name, middleName: optionalLine('the middle name'), suffix: optionalLine('the suffix', 10) }),
  z.transform(({ firstName, lastName, middleName, suffix, ...rest }) => ({
    ...rest,
    names: { firstName, lastName, middleName: middleName ?? null, suffix: suffix ?? null },
  })),
);

export const correctSsnInput = z.object({ ...ofRecord, ssn });

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
  z.object({ ...ofRecord, birthDate }),
);

/** Why somebody needs a whole SSN: kept with the access, which the person can read. */
export const revealReasons = {
  document: 'To compare it with a document',
  agency: 'To answer another agency about this person',
  correction: 'To find out which of two numbers is right',
  other: 'Something else',
} as const;
export type RevealReason = keyof typeof revealReasons;

export const revealInput = z
  .object({
    ...{ reference, ein },
    revealReason: z.enum(['document', 'agency', 'correction', 'other'], { error: 'Choose why you need it.' }),
    otherReason: optionalLine('what you need it for', 200),
    code: z.string().check(
      z.overwrite((typed) => typed.replace(/\s/g, '')),
      z.regex(/^\d{6}$/, { error: 'Enter the six digits that your authenticator app shows now.' }),
    ),
  })
  .check(
    z.refine((typed) => typed.revealReason !== 'other' || typed.otherReason !== undefined, {
      path: ['otherReason'],
      error: 'Say what you need it for. The person can read it.',
    }),
  );
