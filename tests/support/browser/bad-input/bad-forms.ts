import type { Place } from '@/tests/support/browser/form-table';
import { accountForms } from './account-forms';
import { applicationForms } from './application-forms';
import { identityForms } from './identity-forms';
import { identityStaffForms } from './identity-staff-forms';
import { rulesForms } from './rules-forms';
import type { BadForm } from './values';

/** What is wrong in each field of each form, by the page it is on. */
export const badForms: Readonly<Partial<Record<Place, readonly BadForm[]>>> = {
  ...accountForms,
  ...applicationForms,
  ...identityForms,
  ...identityStaffForms,
  ...rulesForms,
};

const showsOnlySome = 'It shows only some of the open cases. What there is not to choose from shows all';
const isFile = 'It is no text. Each page that takes a file is sent wrong ones: uploads.ts';
const asNotCompared = 'It is the same form as where no two records are compared yet';

/** Fields that take anything, and why. */
export const takesAnything: Readonly<Record<string, string>> = {
  '/staff/queue: q': 'It searches for whatever is typed. A Social Security number does not get out of the browser: bad-input.spec.ts',
  '/staff/identity: kind': showsOnlySome,
  '/staff/identity: overdue': showsOnlySome,
  '/staff/identity: mine': showsOnlySome,
  'compared: /staff/identity/merge: stays': asNotCompared,
  'compared: /staff/identity/merge: goes': asNotCompared,
  '/confirm: file': isFile,
  'code sent: /confirm: file': isFile,
  '/profile/requests/*: file': isFile,
  '/applications/*/papers/*: file': isFile,
};
