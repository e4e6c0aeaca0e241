import type { RuleSet } from '@/lib/rulebook/model';
import { findEndorsement } from '@/lib/rulebook/rules';
import { parseDay, type Day } from '@/lib/shared/days';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { cellText, refusalsAmong } from './import-cell-rules';
import type { Refusal, RegistryCells, RegistryCertificate } from './import-model';

const columns = ['certificate_type', 'endorsements', 'issued_on', 'effective_on', 'expires_on'] as const;
const mostEndorsements = 20;

/** Null where all columns of the certificate are empty. Without `effective_on` it is effective on the day of issue. */
export function readCertificate(
  cells: RegistryCells,
  { day, ruleSet }: { readonly day: Day; readonly ruleSet: RuleSet },
): Result<RegistryCertificate | null, readonly Refusal[]> {
  if (columns.every((name) => cellText(cells[name]) === '')) return ok(null);
  const issued = cellText(cells.issued_on);
  const effective = cellText(cells.effective_on);
  const expires = cellText(cells.expires_on);
  const typeKey = cellText(cells.certificate_type).toUpperCase();
  const endorsements = endorsementCodes(cellText(cells.endorsements));
  const issuedOn = parseDay(issued);
  const effectiveOn = effective === '' ? issuedOn : parseDay(effective);
  const expiresOn = parseDay(expires);
  const wrong = refusalsAmong([
    [!ruleSet.certificateTypes.some(({ key }) => key === typeKey), 'certificate_type_unknown'],
    [!endorsements.every((code) => findEndorsement(ruleSet, code)), 'endorsement_unknown'],
    [endorsements.length > mostEndorsements, 'endorsements_too_many'],
    [!issuedOn, 'issued_on_malformed'],
    [isAfter(issuedOn, day), 'issued_on_to_come'],
    [!effectiveOn && effective !== '', 'effective_on_malformed'],
    [!expiresOn && expires !== '', 'expires_on_malformed'],
    [expires === '' && endsSometime(typeKey, ruleSet), 'expires_on_missing'],
    [isAfter(effectiveOn, expiresOn), 'ends_before_it_starts'],
  ]);
  if (wrong.length > 0) return err(wrong);
  return ok({
    ...{ typeKey, endorsements, expiresOn: expiresOn ?? null },
    ...{ issuedOn: must(issuedOn, 'a day of issue'), effectiveOn: must(effectiveOn, 'a first day') },
  });
}

/** Spreadsheets turn 013 into 13; all codes have three digits, so there is one reading. */
function endorsementCodes(cell: string): string[] {
  const codes = cell.split(/[;|,\s]+/).filter(Boolean);
  return [...new Set(codes.map((code) => code.padStart(3, '0')))];
}

// Without an end a certificate is good for ever: not where the rulebook says how long its type runs.
function endsSometime(typeKey: string, ruleSet: RuleSet): boolean {
  return ruleSet.validities.some((validity) => validity.typeKey === typeKey);
}

function isAfter(one: Day | undefined, other: Day | undefined): boolean {
  return one !== undefined && other !== undefined && one > other;
}

/** The same certificate as one on record: type and day of issue, unless each stands on endorsements of its own. */
export function isSameCertificate(one: RegistryCertificate, other: RegistryCertificate): boolean {
  if (one.typeKey !== other.typeKey || one.issuedOn !== other.issuedOn) return false;
  // Each family of endorsements has a certificate of its own (domain.md §1): two may be issued on one day.
  const bothHaveSome = one.endorsements.length > 0 && other.endorsements.length > 0;
  return !bothHaveSome || one.endorsements.some((code) => other.endorsements.includes(code));
}

/** Whether the file and the record agree on a certificate. `expiresOn` is the printed end, the one that files know. */
export function saysTheSame(one: RegistryCertificate, other: RegistryCertificate): boolean {
  const codes = ({ endorsements }: RegistryCertificate) => endorsements.toSorted().join();
  return one.effectiveOn === other.effectiveOn && one.expiresOn === other.expiresOn && codes(one) === codes(other);
}
