import * as z from 'zod/mini';
import { normaliseCode } from '@/lib/shared/check-characters';
import { makeDay, type Day } from '@/lib/shared/days';
import { emailAddress } from '@/lib/shared/email-address';
import { secret, type Secret } from '@/lib/shared/secret';
import { leftEmpty, line, optionalLine, paragraph } from '@/lib/shared/text';

const advertised = new Set(['078051120', '219099999', '123456789']);

/** Nine digits that can be a Social Security number (SSA's rules since randomisation, 2011). */
export function isPossibleSsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || advertised.has(digits)) return false;
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area.startsWith('9')) return false;
  if (new Set(digits).size === 1) return false;
  return digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}

/** A Social Security number in any common spelling, out of sight as soon as it is parsed. */
export const ssn = z.pipe(
  z.string().check(
    z.overwrite((typed) => typed.normalize('NFKC').replace(/[\s\-.‐-―−]/g, '')),
    z.minLength(1, { error: 'Enter your Social Security number.' }),
    z.regex(/^\d{9}$/, { error: 'A Social Security number has nine digits. Check it and type it again.' }),
    z.refine((digits) => isPossibleSsn(digits), {
      error: 'This cannot be a Social Security number. Check it against your card and type it again.',
    }),
  ),
  z.transform((digits: string): Secret => secret(digits)),
);

/** A box as posted, or missing: what is in it is checked once all boxes are together. */
export const postedPart = z._default(z.string(), '');

/** A date that exists, from its three boxes. Whether the age is likely depends on today and is the command's to say. */
export const birthDate = z.pipe(
  z.object({ birthDateMonth: z.string(), birthDateDay: z.string(), birthDateYear: z.string() }),
  z.transform((typed: DateBoxes, { issues }): Secret<Day> => {
    const made = dayOf(typed);
    if (made) return secret(made);
    const message = 'Enter your date of birth as month, day and four-digit year, like 4 27 1985.';
    issues.push({ code: 'custom', input: undefined, message });
    return z.NEVER;
  }),
);

type DateBoxes = { readonly birthDateMonth: string; readonly birthDateDay: string; readonly birthDateYear: string };

function dayOf({ birthDateYear, birthDateMonth, birthDateDay }: DateBoxes): Day | undefined {
  const [year = 0, month = 0, day = 0] = [birthDateYear, birthDateMonth, birthDateDay].map(wholeNumber);
  return year >= 1000 ? makeDay(year, month, day) : undefined;
}

function wholeNumber(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
}

export const birthDateParts = { birthDateMonth: postedPart, birthDateDay: postedPart, birthDateYear: postedPart };
const names = { firstName: postedPart, lastName: postedPart };
const posted = z.object({ ssn: postedPart, ...names, email: postedPart, ...birthDateParts });

/** The boxes become one date first, so that a wrong date is told together with every other mistake. */
export const registerInput = z.pipe(
  z.pipe(
    posted,
    z.transform(({ birthDateMonth, birthDateDay, birthDateYear, ...typed }: z.output<typeof posted>) => ({
      ...typed,
      birthDate: { birthDateMonth, birthDateDay, birthDateYear },
    })),
  ),
  z.object({
    ssn,
    firstName: line('your first name'),
    lastName: line('your last name'),
    birthDate,
    email: emailAddress,
  }),
);
export type RegisterInput = z.output<typeof registerInput>;
/** What of it a record is made of. */
export type TypedIdentity = Omit<RegisterInput, 'email'>;

/** A phone number however it was spelled: ten digits as 860-555-0123, one from abroad with its plus sign. Empty is none. */
export const phone = z.pipe(
  z._default(z.string(), '').check(
    z.overwrite((typed) => typed.replace(/[\s().\-‐-―]/g, '').replace(/^\+?1(?=\d{10}$)/, '')),
    z.regex(/^(\d{10}|\+\d{8,15})?$/, { error: 'Enter a phone number with area code, like 860-555-0123.' }),
  ),
  z.transform((plain: string) => (plain === '' ? undefined : plain.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3'))),
);

const choices = ['yes', 'no', 'not_sure'] as const;

/** What somebody who was not linked is asked. The numbers forgive spaces, hyphens and look-alike letters. */
export const answerInput = z.object({
  everHeld: z.enum(choices, { error: 'Choose yes, no or not sure.' }),
  previousFirstName: optionalLine('the first name you had'),
  previousLastName: optionalLine('the last name you had'),
  ein: z.pipe(leftEmpty, z.optional(z.string().check(
    z.overwrite((typed) => typed.replace(/[\s\-‐-―]/g, '')),
    z.regex(/^\d{10}$/, { error: 'An EIN has ten digits, like 5000000123. Leave it empty if you do not know it.' }),
  ))),
  certificateNumber: z.pipe(leftEmpty, z.optional(z.string().check(
    z.overwrite(normaliseCode),
    z.regex(/^[0-9A-Z]{3,20}$/, { error: 'A certificate number has letters and digits only. Leave it empty if you do not know it.' }),
  ))),
});
export type AnswerInput = z.output<typeof answerInput>;

/** By which address on file a code goes out. */
export const wayInput = z.object({ way: z.enum(['email', 'letter']) });

const codeFromMessage = z.string().check(z.trim(), z.minLength(1, { error: 'Paste the code from the message.' }), z.maxLength(60, { error: 'This is longer than a code. Copy only the code from the message.' }));

/** A code that was sent to an address on file, to confirm a link or to end it. */
export const sentCodeInput = z.object({ code: codeFromMessage });

/** A code that was sent for an address, and that whole address. */
export const addressedCodeInput = z.object({ email: emailAddress, code: codeFromMessage });

export const lostEmailInput = z.object({
  firstName: line('your first name'),
  lastName: line('your last name'),
  username: optionalLine('your username or EIN', 40),
  oldEmail: z.pipe(leftEmpty, z.optional(emailAddress)),
  newEmail: emailAddress,
  phone,
  message: paragraph('what happened', 1000),
});
export type LostEmailInput = z.output<typeof lostEmailInput>;
