import type { Place } from '@/tests/support/browser/form-table';
import { accountForms } from './account-forms';
import { applicationForms } from './application-forms';
import type { BadForm } from './values';

/** What is wrong in each field of each form, by the page it is on. */
export const badForms: Readonly<Partial<Record<Place, readonly BadForm[]>>> = { ...accountForms, ...applicationForms };

/** Fields that take anything, and why. */
export const takesAnything: Readonly<Record<string, string>> = {
  '/staff/queue: q': 'It searches for whatever is typed. A Social Security number does not get out of the browser: bad-input.spec.ts',
};
