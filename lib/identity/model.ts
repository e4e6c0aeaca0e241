import { z } from 'zod';
import { makeDay, type Day } from '@/lib/shared/days';
import { emailAddress } from '@/lib/shared/email-address';
import { secret, type Secret } from '@/lib/shared/secret';
import { line, optionalLine, paragraph } from '@/lib/shared/text';

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
export const ssn = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replace(/[\s\-.‐-―−]/g, ''))
  .pipe(
    z
      .string()
      .min(1, { error: 'Enter your Social Security number.' })
      .regex(/^\d{9}$/, { error: 'A Social Security number has nine digits. Check it and type it again.' })
      .refine((digits) => isPossibleSsn(digits), {
        error: 'This cannot be a Social Security number. Check it against your card and type it again.',
      }),
  )
  .transform((digits): Secret => secret(digits));

const wholeNumber = z.string().default('').transform((typed) => (/^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0));

/** Birth date from its three fields. Whether the age is likely depends on today and is the command's to say. */
export const birthDateParts = { birthDateMonth: wholeNumber, birthDateDay: wholeNumber, birthDateYear: wholeNumber };

export function birthDate(parts: { birthDateMonth: number; birthDateDay: number; birthDateYear: number }): Secret<Day> | undefined {
  if (parts.birthDateYear < 1000) return undefined;
  const made = makeDay(parts.birthDateYear, parts.birthDateMonth, parts.birthDateDay);
  return made && secret(made);
}

export const registerInput = z
  .object({
    ssn,
    firstName: line('your first name'),
    lastName: line('your last name'),
    email: emailAddress,
    ...birthDateParts,
  })
  .transform((typed, check) => {
    const date = birthDate(typed);
    if (date) return { ssn: typed.ssn, firstName: typed.firstName, lastName: typed.lastName, email: typed.email, birthDate: date };
    check.addIssue({
      code: 'custom',
      path: ['birthDate'],
      message: 'Enter your date of birth as month, day and four-digit year, like 4 27 1985.',
    });
    return z.NEVER;
  });
export type RegisterInput = z.output<typeof registerInput>;

export const lostEmailInput = z.object({
  firstName: line('your first name'),
  lastName: line('your last name'),
  username: optionalLine('your username or EIN', 40),
  oldEmail: optionalLine('your old email address', 254),
  newEmail: emailAddress,
  phone: optionalLine('a phone number', 40),
  message: paragraph('what happened', 1000),
});
export type LostEmailInput = z.output<typeof lostEmailInput>;
