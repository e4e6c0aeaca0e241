import { best, both, either, type Agreement } from './agreement';

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
  | 'ssn_differs'
  | 'says_held_before'
  | 'number_of_another'
  | 'number_unknown';

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

/** The same records compared by two sets of names, those of now and those of before: each field as it agrees better. */
export function joinCandidates(now: readonly Candidate[], before: readonly Candidate[]): Candidate[] {
  const other = new Map(before.map((one) => [one.personId, one]));
  const joined = now.map((one) => {
    const same = other.get(one.personId);
    return same ? betterNamed(one, same) : one;
  });
  const known = new Set(now.map(({ personId }) => personId));
  return [...joined, ...before.filter(({ personId }) => !known.has(personId))];
}

function betterNamed(one: Candidate, other: Candidate): Candidate {
  return {
    ...one,
    firstName: best([one.firstName, other.firstName]),
    lastName: best([one.lastName, other.lastName]),
    coincidence: Math.min(one.coincidence, other.coincidence),
  };
}

/** What somebody says who was not linked at once. */
export type Answer = {
  readonly everHeld: 'yes' | 'no' | 'not_sure';
  /** They typed an EIN or the number of a certificate. */
  readonly gaveNumber: boolean;
  /** Whose it is. */
  readonly personOfNumber: string | undefined;
};

/**
 * A number of somebody else's vetoes a link. A new EIN is issued only to whoever says they never had one and gives none;
 * anybody else goes to a reviewer (a second EIN for one person is a defect somebody must clean up).
 */
export function weighAnswer(match: Match, answer: Answer): Match {
  const { everHeld, gaveNumber, personOfNumber } = answer;
  if (match.outcome === 'new' && everHeld === 'no' && !gaveNumber) return match;
  const candidates = candidatesOf(match);
  const isAnother = personOfNumber !== undefined && !candidates.includes(personOfNumber);
  if (match.outcome === 'link' && !isAnother) return match;
  const candidateIds = [...candidates, ...(isAnother ? [personOfNumber] : [])].toSorted();
  return { outcome: 'review', candidateIds, reasons: reasonsAfter(match, answer, isAnother && candidates.length > 0) };
}

function reasonsAfter(match: Match, { gaveNumber, personOfNumber }: Answer, isOfAnother: boolean): MatchReason[] {
  const reasons = new Set<MatchReason>(match.outcome === 'review' ? match.reasons : []);
  if (match.outcome === 'new') reasons.add('says_held_before');
  if (isOfAnother) reasons.add('number_of_another');
  if (gaveNumber && personOfNumber === undefined) reasons.add('number_unknown');
  return [...reasons].toSorted();
}

function candidatesOf(match: Match): readonly string[] {
  if (match.outcome === 'link') return [match.personId];
  return match.outcome === 'review' ? match.candidateIds : [];
}
