import type { MyRequest } from '@/lib/identity/request-queries';

export const requestTitles: Readonly<Record<MyRequest['kind'], string>> = {
  match: 'Which record is yours',
  claimed_record: 'Which record is yours',
  ssn_conflict: 'Which record is yours',
  lost_email: 'Your account and its email address',
  disavowed_link: 'The link to your record',
  confirm_identity: 'Confirm it is you',
  name_correction: 'Your name on record',
  birth_date_correction: 'Your date of birth on record',
  certificate_problem: 'A certificate that is missing or wrong',
};

const outcomes: Readonly<Record<string, string>> = {
  link: 'Your record was found and linked.',
  new: 'You were given a new EIN.',
  confirm: 'Confirmed: it is you.',
  confirmed_by_code: 'Confirmed by the code you typed.',
  correct_name: 'The name was corrected.',
  correct_birth_date: 'The date of birth was corrected.',
  merge: 'Two records of yours were made one.',
  relink: 'Your account was linked to another record.',
  answer: 'Answered. Our email says how.',
  reject: 'We could not do what you asked. Our email says why.',
  move_account: 'The account was moved to the new address.',
  moved_by_codes: 'You moved the account yourself, by the two codes.',
};

export function outcomeOf(resolution: string | null): string {
  return (resolution !== null && outcomes[resolution]) || 'Settled.';
}
