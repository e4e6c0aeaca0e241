import { both, either, type Agreement } from './agreement';

/** A record that shares something with what was typed, field by field. */
export type Candidate = {
  readonly personId: string;
  readonly ssn: Agreement;
  readonly birthDate: Agreement;
  readonly firstName: Agreement;
  readonly lastName: Agreement;
  /** How many records share the birth date and one such name by chance alone. */
  readonly coincidence: number;
  /** The account's proved address equals the one on file: the second channel. */
  readonly emailAgrees: boolean;
  /** Another account holds this record already. */
  readonly isClaimed: boolean;
  /** Whoever reads the address on file has said of an earlier link: this was not me. */
  readonly isDisavowed: boolean;
};

export type MatchReason =
  | 'claimed_record'
  | 'disavowed_before'
  | 'several_records'
  | 'another_fits_better'
  | 'names_differ'
  | 'birth_date_differs'
  | 'ssn_differs';

export type Match =
  | { readonly outcome: 'link'; readonly personId: string; readonly strength: 'full' | 'provisional'; readonly evidence: Candidate }
  | { readonly outcome: 'review'; readonly candidateIds: readonly string[]; readonly reasons: readonly MatchReason[] }
  | { readonly outcome: 'new' };

/**
 * Links only on SSN and birth date equal and a name agreeing, with exactly one live unclaimed record of that SSN, and nobody
 * else of that birth date whom the names fit better: a twin with a slip in the SSN. Anything that could be the same person
 * goes to a reviewer; a new number is issued only when nothing plausible stands in the way (design.md §10).
 */
export function decideMatch(candidates: readonly Candidate[]): Match {
  const plausible = candidates.filter(isPlausible);
  if (plausible.length === 0) return { outcome: 'new' };
  const [only, another] = plausible.filter((one) => one.ssn === 'equal');
  const fitsBetter = only !== undefined && !another && plausible.some((one) => one !== only && namesFitBetter(one, only));
  if (only && !another && !fitsBetter && whyNotLinked(only) === undefined) {
    return { outcome: 'link', personId: only.personId, strength: only.emailAgrees ? 'full' : 'provisional', evidence: only };
  }
  const reasons = new Set(plausible.map(whyNotLinked).filter((reason) => reason !== undefined));
  if (another) reasons.add('several_records');
  if (fitsBetter) reasons.add('another_fits_better');
  const candidateIds = plausible.map((one) => one.personId).toSorted();
  return { outcome: 'review', candidateIds, reasons: [...reasons].toSorted() };
}

/** There are four ways to agree by chance on birth date and a name; all together they may bother 1 in 200 strangers. */
export const mostCoincidence = 0.001;

/**
 * Whether this could be the person. The SSN alone says so, and with a slip in it the birth date or both names; without it
 * birth date and both names do, or an address on file that is proved. Birth date and one name say so where that name is rare.
 */
export function isPlausible(one: Candidate): boolean {
  if (one.ssn === 'equal') return true;
  if (one.ssn === 'near' && (one.birthDate !== 'differs' || both(one))) return true;
  return one.emailAgrees && both(one) ? true : isPlausibleByBirth(one);
}

function isPlausibleByBirth(one: Candidate): boolean {
  if (one.birthDate === 'near') return one.firstName === 'equal' && one.lastName === 'equal';
  if (one.birthDate === 'differs') return false;
  return both(one) || (either(one) && (one.emailAgrees || one.coincidence <= mostCoincidence));
}

function namesFitBetter(one: Candidate, linked: Candidate): boolean {
  return one.birthDate === 'equal' && both(one) && !both(linked);
}

function whyNotLinked(one: Candidate): MatchReason | undefined {
  if (one.ssn !== 'equal') return 'ssn_differs';
  if (one.birthDate !== 'equal') return 'birth_date_differs';
  if (!either(one)) return 'names_differ';
  if (one.isClaimed) return 'claimed_record';
  return one.isDisavowed && !one.emailAgrees ? 'disavowed_before' : undefined;
}
