import { readShippedRows, versionOf } from '@/db/seed/rows';
import type { CertificateFacts, OpenApplication, Situation } from '@/lib/certificates/model';
import type { RuleSet } from '@/lib/rulebook/model';
import { assembleRuleSet } from '@/lib/rulebook/rules';
import { day, type Day } from '@/lib/shared/days';

/** The rulebook as shipped, for tests of rules without a database. */
export const ruleSet: RuleSet = assembleRuleSet(versionOf(readShippedRows()), readShippedRows());

type CertificateDates = Partial<Record<'issuedOn' | 'effectiveOn' | 'printedExpiresOn', string>>;

/** A certificate of a type that ends on a day; everything else may be said where it matters. */
export function certificateOf(
  typeKey: string,
  expiresOn: string | null,
  { issuedOn = '2020-07-01', effectiveOn = issuedOn, printedExpiresOn }: CertificateDates = {},
  others: Partial<Pick<CertificateFacts, 'id' | 'number' | 'endorsements' | 'followedBy' | 'ended'>> = {},
): CertificateFacts {
  return {
    id: '0190b0d2-0000-7000-8000-000000000001',
    number: 'K000000010',
    typeKey,
    issuedOn: day(issuedOn),
    effectiveOn: day(effectiveOn),
    expiresOn: expiresOn === null ? null : day(expiresOn),
    printedExpiresOn: printedExpiresOn === undefined ? null : day(printedExpiresOn),
    endorsements: ['015'],
    followedBy: null,
    ended: null,
    ...others,
  };
}

export function on(asked: string, openApplications: readonly OpenApplication[] = []): Situation & { readonly day: Day } {
  return { day: day(asked), ruleSet, openApplications };
}
