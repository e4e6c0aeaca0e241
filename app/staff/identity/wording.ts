import type { CaseKind } from '@/lib/identity/case-queries';
import type { MatchReason } from '@/lib/identity/matching';
import type { Alert } from '@/lib/staff/case-rules';
import type { DecisionKind } from '@/lib/staff/decision-rules';
import type { MergeRefusal } from '@/lib/staff/merge-rules';

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

const matchReasons: Readonly<Record<MatchReason, string>> = {
  claimed_record: 'The record is held by another account',
  disavowed_before: 'Whoever reads the address on file has said of an earlier link: this was not me',
  several_records: 'More than one record has this SSN',
  another_fits_better: 'The SSN is one person’s, the names fit another born the same day: a twin, perhaps',
  names_differ: 'Neither name agrees',
  birth_date_differs: 'The birth date differs',
  ssn_differs: 'The SSN differs, and too much else agrees for a new number',
  says_held_before: 'They say, or are not sure, that they held a certificate or EIN here, and nothing typed leads to it',
  number_of_another: 'The EIN or certificate number they gave is somebody else’s',
  number_unknown: 'Nobody has the EIN or certificate number they gave',
};

export function matchReasonWords(reasons: readonly string[]): string {
  return reasons.map((reason) => matchReasons[reason as MatchReason]).join('. ');
}

export const detailNames: Readonly<Record<string, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  username: 'Username or EIN',
  oldEmail: 'Old email address',
  newEmail: 'New email address',
  phone: 'Phone',
  wrong: 'What is wrong',
  right: 'How it should read',
  certificate: 'Certificate',
  about: 'What they know of it',
  message: 'What happened',
};

/** What was chosen from a list. */
export const detailValues: Readonly<Record<string, string>> = {
  first_name: 'First or middle name',
  last_name: 'Last name',
  birth_date: 'Date of birth. The right one stands in the document.',
  missing: 'One that is missing',
};

export const alertWords: Readonly<Record<Alert, string>> = {
  held_by_another: 'Another account holds it. To give it to somebody else takes two people.',
  disavowed_before: 'Whoever reads the address on file has said of an earlier link: this was not me.',
  merged: 'It has become part of another record.',
  neither_number: 'Neither the SSN nor the birth date agrees: this is the record of somebody else, unless a document shows that it is theirs.',
  ssn_of_other_names: 'The SSN agrees and neither name does: mistyped, or used by somebody else.',
  ssn_with_other_birth_date: 'The SSN agrees and the birth date is quite another.',
  ssn_slip: 'The SSN is one slip away: a digit wrong, or two neighbors swapped.',
  birth_date_slip: 'The birth date is one slip away: a digit wrong, or month and day swapped.',
  no_ssn_on_file: 'No SSN is on file, so it cannot be compared.',
};

export const decisionWords: Readonly<Record<DecisionKind, { readonly done: string; readonly waiting: string }>> = {
  link: { done: 'Linked to a record', waiting: 'To link to a record' },
  new: { done: 'Given a new EIN', waiting: 'To give a new EIN' },
  answer: { done: 'Answered', waiting: 'To answer' },
  reject: { done: 'Rejected', waiting: 'To reject' },
  confirm: { done: 'Confirmed: the link is full', waiting: 'To confirm' },
  merge: { done: 'Two records made one', waiting: 'To make one record of two' },
  relink: { done: 'Linked to another record', waiting: 'To link to another record' },
  correct_name: { done: 'Name corrected', waiting: 'To correct the name' },
  correct_ssn: { done: 'Social Security number corrected', waiting: 'To correct the Social Security number' },
  correct_birth_date: { done: 'Birth date corrected', waiting: 'To correct the birth date' },
  move_account: { done: 'Account moved to another address', waiting: 'To move the account to another address' },
};

export const mergeRefusals: Readonly<Record<MergeRefusal, string>> = {
  same_record: 'These are one record already. Choose two.',
  merged_already: 'One of the two has become part of another record already.',
  both_claimed: 'Each of the two is held by an account. Undo one link, or link that account to the other record, first.',
  ssn_would_be_lost: 'Only one of the two has a Social Security number. Keep it.',
};

export const notAllowed = 'Your role may not do this. Ask your administrator if you need it for your work.';
export const ownRecord = 'This is about you, or your email address is on it. Somebody else has to do it.';
export const caseRefusals = {
  not_found: 'We cannot find this case.',
  case_closed: 'Somebody has closed this case already. Reload the page to see how.',
  own_record: ownRecord,
};
export const proposalWaiting = 'A proposal about this record waits for its second person already. It has to be approved or withdrawn first.';

export const undoRefusals = {
  not_done: 'This was never carried out.',
  undone_already: 'Somebody has undone this already. Reload the page.',
  cannot_be_undone: 'This cannot be undone here.',
  application_since: 'An application was submitted with this record since. Decide it first, or propose to link the account to another record.',
  application_approved: 'An application was approved with this record since, so it cannot simply be taken away.',
  certificate_since: 'A certificate was issued on this record since, so it cannot simply be taken away.',
  decided_since: 'Something else was decided about this record since. Undo that first.',
  changed_since: 'The record or its link was changed since, and undoing would lose that.',
  application_open: 'An application about a certificate of that record is submitted and open. Decide it first.',
};

export const everHeldWords: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', not_sure: 'Not sure' };

export const recordRefusals = {
  ...caseRefusals,
  not_allowed: notAllowed,
  not_a_candidate: 'This record is none of the case any more. Go back and reload it.',
  merged_already: 'This record has become part of another. Correct that one.',
};

export const correctionRefusals = {
  ...recordRefusals,
  proposal_waiting: proposalWaiting,
  same_value: 'This is what is on record already.',
  ssn_on_record: 'Another record has this Social Security number. If both are one person, make one record of two.',
  unlikely_birth_date: 'Nobody of that age holds a certificate. Check the year.',
};

export const revealRefusals = {
  wrong_code: 'This code is not right, or was used already. Wait for the next one and type that.',
  too_many_codes: 'Too many codes. Wait fifteen minutes, then try again.',
  too_many_today: 'You have seen as many numbers and dates as one may in a day. Ask your supervisor.',
};
