import type { Endorsement, EndorsementAddition, RuleSet } from '@/lib/rulebook/model';
import { certificateFamily, conditionsOf, endorsementsOffered, findEndorsement, inForce } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';
import { err, must, ok, type Result } from '@/lib/shared/result';
import type { CertificateFacts } from './model';
import { validThrough } from './validity';

type Asked = { readonly day: Day; readonly ruleSet: RuleSet };
type Holding = Pick<CertificateFacts, 'endorsements'>;

export type NotAdded = 'endorsement_not_offered' | 'endorsement_already_held' | 'endorsement_never_added' | 'endorsement_other_family';

/**
 * By which rule an endorsement is added to a certificate on a day (domain.md §4): special services and administrative ones
 * never; none to a certificate of another family, for each family is issued on one of its own (§1, S7).
 */
export function howAdded(certificate: Holding, code: string, { day, ruleSet }: Asked): Result<EndorsementAddition, NotAdded> {
  const endorsement = endorsementsOffered(ruleSet).find((one) => one.code === code);
  if (!endorsement) return err('endorsement_not_offered');
  if (certificate.endorsements.includes(code)) return err('endorsement_already_held');
  const row = additionOf(endorsement, { day, ruleSet });
  if (row.refusal !== null) return err('endorsement_never_added');
  return isOfFamily(certificate, endorsement, ruleSet) ? ok(row) : err('endorsement_other_family');
}

/** The row that names the code, else that of the family, else the one for all. */
function additionOf({ code, family }: Endorsement, { day, ruleSet }: Asked): EndorsementAddition {
  const rows = inForce(ruleSet.additions, day);
  const byCode = rows.find((row) => row.codes.includes(code));
  const byFamily = rows.find((row) => row.family === family);
  return must(byCode ?? byFamily ?? rows.find((row) => row.family === null && row.codes.length === 0), 'a rule for all endorsements');
}

function isOfFamily({ endorsements }: Holding, endorsement: Endorsement, ruleSet: RuleSet): boolean {
  const held = endorsements.flatMap((code) => findEndorsement(ruleSet, code) ?? []);
  return held.some((one) => certificateFamily(one) === certificateFamily(endorsement));
}

/** What can be added to a certificate on a day. */
export function addableTo(certificate: Holding, asked: Asked): Endorsement[] {
  return endorsementsOffered(asked.ruleSet).filter(({ code }) => howAdded(certificate, code, asked).ok);
}

/** How each is added by the rules of a day, in sentences for somebody who has not said which. */
export function additionSentences({ day, ruleSet }: Asked): string[] {
  return inForce(ruleSet.additions, day).map(({ codes, family, conditions, refusal }) => {
    if (refusal !== null) return refusal;
    const named = codes.length > 0 ? codes.join(', ') : family && `Other ${family} endorsements`;
    return `${named ?? 'All others'}: ${conditionsOf(ruleSet, conditions).map(({ sentence }) => sentence).join(' ')}`;
  });
}

/** What can never be added, and who says so. */
export function neverAdded({ day, ruleSet }: Asked): { readonly sentence: string; readonly source: string }[] {
  return inForce(ruleSet.additions, day).flatMap(({ refusal, source }) => (refusal === null ? [] : [{ sentence: refusal, source }]));
}

/** A certificate that stands in the place of another only because an endorsement was added: same type, same end, and more on it. */
export function isSameWithMore(later: CertificateFacts, earlier: CertificateFacts, asked: Asked): boolean {
  const holdsAll = earlier.endorsements.every((code) => later.endorsements.includes(code));
  return later.typeKey === earlier.typeKey && holdsAll && validThrough(later, asked) === validThrough(earlier, asked);
}
