import { addDays, yearsBetween, type Day } from '@/lib/shared/days';
import type { Limit } from '@/lib/shared/limit';

/** A case is looked at within this many days: what the page promises. */
export const casePromiseDays = 7;

export function promisedBy(today: Day): Day {
  return addDays(today, casePromiseDays);
}

/** Nobody holds a certificate before 16, and a typed year off by a century should be noticed. */
export function isLikelyBirthDate(born: Day, today: Day): boolean {
  const age = yearsBetween(born, today);
  return age >= 16 && age <= 110;
}

/** An account tries at most so many different SSNs, ever (security.md §3.7). */
export const mostSsns = 3;

/** How long a code to an address on file is good: by email, and by letter (NIST SP 800-63B-4 allows 21 days by mail). */
export const confirmationHours = { email: 24, letter: 21 * 24 } as const;

/** Where a request of each kind can be followed, and documents sent for it. */
export const requestPages: Readonly<Record<RequestKind, string>> = {
  name_correction: '/profile/requests/name',
  birth_date_correction: '/profile/requests/birth-date',
  certificate_problem: '/profile/requests/certificate',
};
export type RequestKind = 'name_correction' | 'birth_date_correction' | 'certificate_problem';

/** Where a document for a case is sent. */
export function sendPageOf(kind: string): string {
  return requestPages[kind as RequestKind] ?? '/confirm';
}

export const registrationLimits = {
  account: { scope: 'register.account', most: 5, seconds: 24 * 60 * 60 },
  ssn: { scope: 'register.ssn', most: 10, seconds: 24 * 60 * 60 },
  confirmationEmail: { scope: 'confirm.email', most: 5, seconds: 24 * 60 * 60 },
  confirmationTry: { scope: 'confirm.try', most: 10, seconds: 24 * 60 * 60 },
  lostEmail: { scope: 'lost_email.address', most: 3, seconds: 24 * 60 * 60 },
} as const satisfies Record<string, Limit>;
