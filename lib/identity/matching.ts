/** A record that shares something with what was typed. What agrees is known from keyed hashes; nothing was decrypted. */
export type Candidate = {
  readonly personId: string;
  readonly ssnAgrees: boolean;
  readonly birthDateAgrees: boolean;
  readonly lastNameAgrees: boolean;
  readonly firstNameAgrees: boolean;
  /** Another account holds this record already. */
  readonly isClaimed: boolean;
  /** The account's proved address equals the one on file: the second channel. */
  readonly emailAgrees: boolean;
};

export type MatchReason = 'claimed_record' | 'several_records' | 'names_differ' | 'birth_date_differs' | 'ssn_differs';

export type Match =
  | { readonly outcome: 'link'; readonly personId: string; readonly strength: 'full' | 'provisional' }
  | { readonly outcome: 'review'; readonly candidateIds: readonly string[]; readonly reasons: readonly MatchReason[] }
  | { readonly outcome: 'new' };

/**
 * Links only on SSN and birth date equal and a name agreeing, with exactly one live unclaimed record. Anything that could
 * be the same person goes to a reviewer; a new number is issued only when nothing plausible stands in the way.
 */
export function decideMatch(candidates: readonly Candidate[]): Match {
  const plausible = candidates.filter(isPlausible);
  if (plausible.length === 0) return { outcome: 'new' };
  const reasons = new Set(plausible.map(whyNotLinked).filter((reason) => reason !== undefined));
  const [only, another] = plausible.filter((one) => one.ssnAgrees);
  if (only && !another && whyNotLinked(only) === undefined) {
    return { outcome: 'link', personId: only.personId, strength: only.emailAgrees ? 'full' : 'provisional' };
  }
  if (another) reasons.add('several_records');
  const candidateIds = plausible.map((one) => one.personId).toSorted();
  return { outcome: 'review', candidateIds, reasons: [...reasons].toSorted() };
}

// An equal SSN always is; without it, birth date with both names (design.md §10).
function isPlausible(one: Candidate): boolean {
  return one.ssnAgrees || (one.birthDateAgrees && one.lastNameAgrees && one.firstNameAgrees);
}

function whyNotLinked(one: Candidate): MatchReason | undefined {
  if (!one.ssnAgrees) return 'ssn_differs';
  if (!one.birthDateAgrees) return 'birth_date_differs';
  if (!one.lastNameAgrees && !one.firstNameAgrees) return 'names_differ';
  return one.isClaimed ? 'claimed_record' : undefined;
}
