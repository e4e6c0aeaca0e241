import type { Tone } from '@/app/_ui/tag';
import type { PublicCertificate } from '@/lib/certificates/public-queries';
import { extensionOf, standingByDates } from '@/lib/certificates/validity';
import type { RuleSet, ValidityExtension } from '@/lib/rulebook/model';
import { formatDay, type Day } from '@/lib/shared/days';
import { assertNever } from '@/lib/shared/result';

export type PublicStatus = {
  readonly tone: Tone;
  readonly words: string;
  /** The last day by the law of the day asked about; null where there is none. */
  readonly through: Day | null;
  /** Where the law has moved the end that the paper shows. */
  readonly whyMoved: string | null;
};

/** Where a certificate stands, in the three ways that anyone may know. */
export function publicStatus(certificate: PublicCertificate, asked: { day: Day; ruleSet: RuleSet }): PublicStatus {
  // What the paper shows is not among what anyone may know; without it the recorded end counts, which is the same or later.
  const dates = { ...certificate, printedExpiresOn: null };
  const standing = standingByDates(dates, asked);
  const { through } = standing;
  const extension = through === certificate.expiresOn ? undefined : extensionOf(dates, asked.ruleSet);
  const common = { through, whyMoved: extension ? movedBy(extension, certificate.typeName) : null };
  switch (standing.state) {
    case 'not_yet':
      return { ...common, tone: 'info', words: 'Not yet valid' };
    case 'current':
    case 'expiring':
      return { ...common, tone: 'success', words: through ? `Valid through ${formatDay(through)}` : 'Valid, with no end date' };
    case 'lapsed':
      return { ...common, tone: 'error', words: `Ended on ${formatDay(standing.through)}` };
    default:
      return assertNever(standing);
  }
}

function movedBy({ fromDay, yearsFromIssue }: ValidityExtension, typeName: string): string {
  return `The paper may show an earlier end. By law an ${typeName} valid on ${formatDay(fromDay)} runs ${yearsFromIssue} years from its issue.`;
}

export function holderOf({ firstName, lastName, suffix }: PublicCertificate): string {
  return [firstName, lastName, suffix].filter(Boolean).join(' ');
}
