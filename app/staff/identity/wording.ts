import type { CaseKind } from '@/lib/identity/case-queries';

export const caseKinds: Readonly<Record<CaseKind, { readonly title: string; readonly sentence: string }>> = {
  match: {
    title: 'Record not certain',
    sentence: 'Somebody registered, and what they typed agrees only in part with a record.',
  },
  claimed_record: {
    title: 'Record already claimed',
    sentence: 'Somebody registered as a person whose record another account holds. The holder has been told.',
  },
  lost_email: {
    title: 'Lost email address',
    sentence: 'Somebody can no longer read the email address of their account.',
  },
  disavowed_link: {
    title: 'This was not me',
    sentence: 'Whoever reads the address on file knows nothing of the account that was linked. The link and its sign-ins were ended.',
  },
  ssn_conflict: {
    title: 'Two records, one SSN',
    sentence: 'An import found a second person under a Social Security number that has a record already. Both are kept.',
  },
  confirm_identity: {
    title: 'Confirm that it is them',
    sentence: 'Somebody is linked to this record provisionally and sends or shows an identity document.',
  },
  name_correction: { title: 'Name to correct', sentence: 'Somebody says that their name on record is wrong, and how.' },
  birth_date_correction: { title: 'Birth date to correct', sentence: 'Somebody says that their date of birth on record is wrong.' },
  certificate_problem: { title: 'Certificate missing or wrong', sentence: 'Somebody misses a certificate, or finds a mistake in one.' },
};

export const matchReasons: Readonly<Record<string, string>> = {
  claimed_record: 'The record is held by another account',
  disavowed_before: 'Whoever reads the address on file has said of an earlier link: this was not me',
  several_records: 'More than one record has this SSN',
  another_fits_better: 'The SSN is one person’s, the names fit another born the same day: a twin, perhaps',
  names_differ: 'Neither name agrees',
  birth_date_differs: 'The birth date differs',
  ssn_differs: 'The SSN differs, and too much else agrees for a new number',
};

export const detailNames: Readonly<Record<string, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  username: 'Username or EIN',
  oldEmail: 'Old email address',
  newEmail: 'New email address',
  phone: 'Phone',
  message: 'What happened',
};
