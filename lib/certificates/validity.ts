import type { ApplicationKind, RuleSet, RuleSetting, Validity, ValidityExtension } from '@/lib/rulebook/model';
import { afterMonths, anniversary, kindRules, settingOn, validityOn } from '@/lib/rulebook/rules';
import { addDays, addMonths, addYears, day as toDay, dayInConnecticut, type Day } from '@/lib/shared/days';
import { assertNever, err, Invariant, ok, type Result } from '@/lib/shared/result';
import type { CertificateFacts, Standing } from './model';

type Asked = { readonly day: Day; readonly ruleSet: RuleSet };
type StandingByDates = Exclude<Standing, { readonly state: 'followed' | 'ended' }>;
type Dates = Pick<CertificateFacts, 'typeKey' | 'issuedOn' | 'expiresOn' | 'printedExpiresOn'>;

/**
 * The last day by the law of the day asked about; null where it has no end. An Initial unexpired on 1 July 2025 runs ten
 * years from issue, whatever its paper says (domain.md §3); a law that extends never makes the recorded time shorter.
 */
export function validThrough(certificate: Dates, { day, ruleSet }: Asked): Day | null {
  const { expiresOn, printedExpiresOn, issuedOn } = certificate;
  const extension = extensionOf(certificate, ruleSet);
  if (expiresOn === null || !extension) return expiresOn;
  if (day < extension.fromDay) return printedExpiresOn ?? expiresOn;
  return later(expiresOn, addDays(anniversary(issuedOn, extension.yearsFromIssue), -1));
}

/** The law that moves this certificate's end, where there is one. */
export function extensionOf(certificate: Dates, ruleSet: RuleSet): ValidityExtension | undefined {
  const { typeKey, issuedOn, expiresOn, printedExpiresOn } = certificate;
  if (expiresOn === null) return undefined;
  const recorded = later(expiresOn, printedExpiresOn ?? expiresOn);
  return ruleSet.extensions.find(
    ({ typeKey: extended, fromDay }) => extended === typeKey && issuedOn < fromDay && recorded >= fromDay,
  );
}

export function standingOn(certificate: CertificateFacts, asked: Asked): Standing {
  const { day } = asked;
  const { ended, followedBy } = certificate;
  if (ended && ended.on <= day) return { state: 'ended', ...ended };
  if (followedBy && followedBy.from <= day) return { state: 'followed', by: followedBy.number, from: followedBy.from };
  return standingByDates(certificate, asked);
}

/** The same where only type and dates are known, as in the public check. */
export function standingByDates(certificate: Dates & Pick<CertificateFacts, 'effectiveOn'>, asked: Asked): StandingByDates {
  const { day, ruleSet } = asked;
  const { effectiveOn } = certificate;
  const through = validThrough(certificate, asked);
  if (effectiveOn > day) return { state: 'not_yet', from: effectiveOn, through };
  if (through === null) return { state: 'current', through };
  if (through < day) return { state: 'lapsed', through };
  const window = settingOn(ruleSet, 'renewal_window', day);
  const isExpiring = window !== undefined && windowOpens(through, window) <= day;
  return { state: isExpiring ? 'expiring' : 'current', through };
}

/**
 * All certificates of one person, with the followers that imported ones do not name: the next one that has an endorsement in
 * common. Each family of endorsements has a certificate of its own (domain.md §1), so nothing else shares one.
 */
export function inSuccession(certificates: readonly CertificateFacts[]): CertificateFacts[] {
  return certificates.map((certificate) => {
    if (certificate.followedBy) return certificate;
    const [next] = certificates
      .filter((other) => other.effectiveOn > certificate.effectiveOn && isOfSameLine(other, certificate))
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
    return next ? { ...certificate, followedBy: { number: next.number, from: next.effectiveOn } } : certificate;
  });
}

function isOfSameLine(one: CertificateFacts, other: CertificateFacts): boolean {
  const hasNone = one.endorsements.length === 0 && other.endorsements.length === 0;
  return hasNone ? one.typeKey === other.typeKey : one.endorsements.some((code) => other.endorsements.includes(code));
}

/** Exactly so long before the end; six months before 31 August is the last day of February. */
export function windowOpens(through: Day, window: Pick<RuleSetting, 'value' | 'unit'>): Day {
  switch (window.unit) {
    case 'months':
      return addMonths(through, -window.value);
    case 'weeks':
      return addDays(through, -7 * window.value);
    case 'days':
      return addDays(through, -window.value);
    case 'business_days':
    case 'percent':
      throw new Invariant(`A window before an end cannot be counted in ${window.unit}`);
    default:
      return assertNever(window.unit);
  }
}

/** 11:58 p.m. Eastern on the last day is in time (design: "timely"; domain.md §3.2). */
export function isInTime(filedAt: Date, through: Day): boolean {
  return dayInConnecticut(filedAt) <= through;
}

export type Issue = {
  readonly kind: ApplicationKind;
  readonly typeKey: string;
  /** Whose rules hold. */
  readonly submittedOn: Day;
  /** When it was submitted and its submission fee captured or received; null while that is not so. */
  readonly filedOn: Day | null;
  readonly issuedOn: Day;
  /** The last day of the certificate applied from. */
  readonly oldEnd: Day | null;
};

/** From and through when a certificate issued on this application is valid. */
export function newValidity(
  issue: Issue,
  ruleSet: RuleSet,
): Result<{ effectiveOn: Day; expiresOn: Day }, 'no_sourced_validity' | 'counted_in_school_days'> {
  const validity = validityOn(ruleSet, issue.typeKey, issue.submittedOn);
  if (!validity) return err('no_sourced_validity');
  if (validity.unit === 'school_days') return err('counted_in_school_days');
  const effectiveOn = startsOn(issue, ruleSet);
  return ok({ effectiveOn, expiresOn: endOf(validity, effectiveOn) });
}

function startsOn({ kind, filedOn, oldEnd, issuedOn }: Issue, ruleSet: RuleSet): Day {
  const isTimely = oldEnd !== null && filedOn !== null && filedOn <= oldEnd;
  return kindRules(ruleSet, kind).renews && isTimely ? addDays(oldEnd, 1) : issuedOn;
}

function endOf({ length, unit }: Validity, start: Day): Day {
  switch (unit) {
    case 'years':
      return addDays(anniversary(start, length), -1);
    case 'months':
      return addDays(afterMonths(start, length), -1);
    case 'school_years':
      return addYears(schoolYearEnd(start), length - 1);
    case 'school_days':
      throw new Invariant('School days are counted by the district');
    default:
      return assertNever(unit);
  }
}

/** Authorizations for a school year end on 30 June (domain.md §3). */
function schoolYearEnd(start: Day): Day {
  const sameYear = toDay(`${start.slice(0, 4)}-06-30`);
  return start <= sameYear ? sameYear : addYears(sameYear, 1);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
