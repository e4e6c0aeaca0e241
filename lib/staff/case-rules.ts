import type { Agreement } from '@/lib/identity/agreement';

type Evidence = Readonly<Record<'ssn' | 'birthDate' | 'firstName' | 'lastName' | 'email', Agreement>>;

export type CandidateFacts = {
  readonly evidence: Evidence | null;
  readonly maskedSsn: string | null;
  readonly isHeld: boolean;
  readonly isDisavowed: boolean;
  readonly isMerged: boolean;
  /** Staff brought it into the case by its EIN. */
  readonly isAdded: boolean;
};

/**
 * A record that nothing typed led to, and of which no number agrees: one person alone does not give it away (security.md §3.8).
 */
export function needsSecondPerson({ isAdded, evidence }: { readonly isAdded: boolean; readonly evidence: Evidence | null }): boolean {
  return isAdded && (evidence === null || (evidence.ssn === 'differs' && evidence.birthDate === 'differs'));
}

export const alerts = [
  'held_by_another',
  'disavowed_before',
  'merged',
  'neither_number',
  'ssn_of_other_names',
  'ssn_with_other_birth_date',
  'ssn_slip',
  'birth_date_slip',
  'no_ssn_on_file',
] as const;
export type Alert = (typeof alerts)[number];

/** What a reviewer should not overlook about a record, the gravest first (peers.md §D2: alerts on the candidate). */
export function alertsOf({ evidence, maskedSsn, isHeld, isDisavowed, isMerged }: Omit<CandidateFacts, 'isAdded'>): Alert[] {
  const says: Readonly<Record<Alert, boolean>> = {
    held_by_another: isHeld,
    disavowed_before: isDisavowed,
    merged: isMerged,
    neither_number: evidence?.ssn === 'differs' && evidence.birthDate === 'differs',
    ssn_of_other_names: evidence?.ssn === 'equal' && evidence.firstName === 'differs' && evidence.lastName === 'differs',
    ssn_with_other_birth_date: evidence?.ssn === 'equal' && evidence.birthDate === 'differs',
    ssn_slip: evidence?.ssn === 'near',
    birth_date_slip: evidence?.birthDate === 'near',
    no_ssn_on_file: evidence !== null && maskedSsn === null,
  };
  return alerts.filter((one) => says[one]);
}

const asksForSomething = new Set(['certificate_problem', 'name_correction', 'birth_date_correction', 'lost_email']);

export type CaseFacts = {
  readonly kind: string;
  readonly isOpen: boolean;
  readonly hasAccount: boolean;
  readonly link: 'full' | 'provisional' | null;
  readonly hasTyped: boolean;
  readonly canBeAsked: boolean;
  readonly candidates: readonly CandidateFacts[];
};

export type Choice = 'link' | 'new' | 'confirm' | 'ask' | 'answer' | 'reject' | 'relink';

/** What there is to choose from. Commands decide again; what they would refuse for certain is not offered. */
export function choicesOf(facts: CaseFacts): Choice[] {
  const { kind, isOpen, hasAccount, link, hasTyped, canBeAsked, candidates } = facts;
  if (!isOpen) return [];
  const waits = hasAccount && link === null;
  const isFree = (one: CandidateFacts) => !one.isHeld && !one.isMerged && !needsSecondPerson(one);
  const takesTwo = (one: CandidateFacts) => one.isHeld || (!one.isMerged && needsSecondPerson(one));
  const offered: Readonly<Record<Choice, boolean>> = {
    link: waits && candidates.some(isFree),
    // Two people do not have one number: where it is on record, one of the two has to be corrected first.
    new: waits && hasTyped && !candidates.some((one) => one.evidence?.ssn === 'equal'),
    confirm: kind === 'confirm_identity' && link === 'provisional',
    ask: canBeAsked,
    // What was asked for is done, or explained: in a case that is no question of who somebody is.
    answer: canBeAsked && asksForSomething.has(kind),
    reject: true,
    relink: hasAccount && (link !== null || candidates.some(takesTwo)),
  };
  return (Object.keys(offered) as Choice[]).filter((choice) => offered[choice]);
}
