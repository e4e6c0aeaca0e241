import { addDays, addMonths, addYears, type Day } from '@/lib/shared/days';

export type DemoCertificate = {
  readonly typeKey: string;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly endorsements: readonly string[];
};

export type Situation = {
  readonly story: string;
  /** Whether the record has an email address on file: without one a link stays provisional. */
  readonly hasEmail: boolean;
  readonly certificates: readonly DemoCertificate[];
};

/** Every situation somebody may be in, as seen from the day of seeding. */
export function situations(today: Day): readonly Situation[] {
  const ending = (months: number, years: number, typeKey: string, endorsements: string[]): DemoCertificate => {
    const expiresOn = addMonths(today, months);
    return { typeKey, issuedOn: addDays(addYears(expiresOn, -years), 1), expiresOn, endorsements };
  };
  const issued = (monthsAgo: number, years: number, typeKey: string, endorsements: string[]): DemoCertificate => {
    const issuedOn = addMonths(today, -monthsAgo);
    return { typeKey, issuedOn, expiresOn: addDays(addYears(issuedOn, years), -1), endorsements };
  };
  const professional = ending(4, 5, 'PROFESSIONAL', ['029']);
  const one = (story: string, hasEmail: boolean, ...certificates: DemoCertificate[]) => ({ story, hasEmail, certificates });
  return [
    one('Renew a Professional certificate, free of charge', true, professional),
    one('Advance from Initial to Professional and pay by card', true, issued(40, 3, 'INITIAL', ['305'])),
    one('Professional not yet open for renewal: see from when', true, ending(14, 5, 'PROFESSIONAL', ['015'])),
    one('Professional that lapsed last month: ask all the same', true, ending(-1, 5, 'PROFESSIONAL', ['165'])),
    one('Provisional, no longer issued: advance to Professional', true, ending(20, 8, 'PROVISIONAL', ['111'])),
    one('No email on file: the link stays provisional', false, ending(3, 5, 'PROFESSIONAL', ['042'])),
    one(
      'Two certificates and a past one',
      true,
      ending(5, 5, 'PROFESSIONAL', ['023']),
      ending(5 - 60, 5, 'PROFESSIONAL', ['023']),
      ending(30, 5, 'PROFESSIONAL', ['092']),
    ),
    one('Initial of the last days, extended to ten years by the law of 2025', true, issued(30, 3, 'INITIAL', ['030'])),
    one('Initial that ended before the law changed: renew or advance', true, issued(150, 3, 'INITIAL', ['026'])),
    one('Five-year coaching permit', true, ending(6, 5, 'COACH_5YR', [])),
    one('Durational Shortage Area Permit, started by the district', true, issued(2, 1, 'DSAP', ['031'])),
    one('On record without any certificate: apply for the first one', true),
  ];
}
