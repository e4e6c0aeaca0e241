import { addDays, addMonths, addYears, day, type Day } from '@/lib/shared/days';
import type { Chance } from './chance';

export type DemoCertificate = {
  readonly typeKey: string;
  readonly endorsements: readonly string[];
  readonly issuedOn: Day;
  readonly effectiveOn: Day;
  /** None for the few that have no end. */
  readonly expiresOn: Day | null;
};

/** What somebody holds, as seen from the day of seeding. `spread` tells several people in one situation apart. */
export type Situation = (today: Day, spread: Chance) => readonly DemoCertificate[];

/** Two tiers since this day: Initials and Professionals run ten years, Provisionals are no longer issued (domain.md §3). */
const twoTiers = day('2025-07-01');
const monthsOfRenewal = 6;

const subjects = ['010', '015', '023', '026', '029', '030', '031', '032', '042', '043', '044', '047', '049', '062', '102', '111'];
const grades = ['165', '215', '229', '305', '113'];
const services = ['061', '068', '070', '071'];
const administration = ['092', '093', '085', '097'];
const trades = ['090', '098', '103'];

function teaching(spread: Chance): string[] {
  const one = spread.pick([...subjects, ...grades]);
  const other = spread.pick(subjects);
  return spread.oneIn(3) && other !== one ? [one, other] : [one];
}

function anyFamily(spread: Chance): string[] {
  return spread.oneIn(4) ? [spread.pick([...services, ...administration, ...trades])] : teaching(spread);
}

type Ending = DemoCertificate & { readonly expiresOn: Day };

function from(start: Day, years: number, typeKey: string, endorsements: readonly string[]): Ending {
  return { typeKey, endorsements, issuedOn: start, effectiveOn: start, expiresOn: addDays(addYears(start, years), -1) };
}

function through(end: Day, years: number, typeKey: string, endorsements: readonly string[]): Ending {
  return from(addDays(addYears(end, -years), 1), years, typeKey, endorsements);
}

/** Five years where it began under three tiers, ten since. */
function professional(end: Day, endorsements: readonly string[]): Ending {
  const years = addYears(end, -5) < twoTiers ? 5 : 10;
  return through(end, years, 'PROFESSIONAL', endorsements);
}

/** Its window opened days ago and stays open for as long as can be. */
function lastDayOfOpenWindow(today: Day): Day {
  return addDays(addMonths(today, monthsOfRenewal), -10);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

export const renewableNow: Situation = (today, spread) => [professional(lastDayOfOpenWindow(today), teaching(spread))];
export const renewableInAnyMonth: Situation = (today, spread) => [
  professional(addDays(lastDayOfOpenWindow(today), -spread.below(150)), anyFamily(spread)),
];
export const notYetOpen: Situation = (today, spread) => [
  professional(addMonths(today, monthsOfRenewal + 6 + spread.below(24)), anyFamily(spread)),
];
export const justLapsed: Situation = (today, spread) => [professional(addDays(today, -20), teaching(spread))];
export const longLapsed: Situation = (today, spread) => [professional(addMonths(today, -60 - spread.below(48)), anyFamily(spread))];

/** Renewed in good time: the old one still runs, the new one waits. */
export const renewedAhead: Situation = (today, spread) => {
  const codes = teaching(spread);
  const old = professional(addDays(today, 30 + spread.below(60)), codes);
  const next = from(addDays(old.expiresOn, 1), 10, 'PROFESSIONAL', codes);
  return [old, { ...next, issuedOn: addDays(today, -spread.below(20)) }];
};

export const tenYearProfessional: Situation = (today, spread) => [
  from(later(twoTiers, addMonths(today, -spread.below(12))), 10, 'PROFESSIONAL', anyFamily(spread)),
];
export const tenYearInitial: Situation = (today, spread) => [
  from(later(twoTiers, addMonths(today, -spread.below(12))), 10, 'INITIAL', anyFamily(spread)),
];
/** Issued for three years, unexpired on 1 July 2025: ten years from issue, whatever its paper says. */
export const extendedInitial: Situation = (_today, spread) => [
  from(addDays(day('2022-10-03'), spread.below(900)), 3, 'INITIAL', anyFamily(spread)),
];
export const endingInitial: Situation = (today, spread) => [through(lastDayOfOpenWindow(today), 10, 'INITIAL', teaching(spread))];
export const endedInitial: Situation = (_today, spread) => [
  from(addDays(day('2012-08-01'), spread.below(3_000)), 3, 'INITIAL', teaching(spread)),
];

/** The last ones ever issued. */
export const provisional: Situation = (_today, spread) => [
  from(addDays(twoTiers, -1 - spread.below(700)), 8, 'PROVISIONAL', teaching(spread)),
];
export const lapsedProvisional: Situation = (today, spread) => [
  through(addMonths(today, -3 - spread.below(60)), 8, 'PROVISIONAL', teaching(spread)),
];

/** A whole working life on three certificates, two of them past. */
export const threeTiers: Situation = (today, spread) => {
  const codes = anyFamily(spread);
  const last = professional(addMonths(today, monthsOfRenewal + 12 + spread.below(20)), codes);
  const second = through(addDays(last.issuedOn, -1), 8, 'PROVISIONAL', codes);
  return [through(addDays(second.issuedOn, -1), 3, 'INITIAL', codes), second, last];
};

/** Teaching and administration are separate certificates (domain.md §1); the first of the teaching ones is past. */
export const twoFamilies: Situation = (today, spread) => {
  const codes = teaching(spread);
  const now = professional(lastDayOfOpenWindow(today), codes);
  const before = through(addDays(now.issuedOn, -1), 5, 'PROFESSIONAL', codes);
  return [before, now, professional(addMonths(today, 30), ['092'])];
};

export const coachingPermit: Situation = (today) => [through(lastDayOfOpenWindow(today), 5, 'COACH_5YR', [])];
export const coachingPermitToo: Situation = (today, spread) => [
  ...notYetOpen(today, spread),
  through(addMonths(today, 10 + spread.below(40)), 5, 'COACH_5YR', []),
];
export const shortageAreaPermit: Situation = (today, spread) => [from(addDays(today, -10), 1, 'DSAP', [spread.pick(subjects)])];
export const ninetyDays: Situation = (today, spread) => {
  const start = addDays(today, -7);
  return [{ ...from(start, 1, 'TEMP90', teaching(spread)), expiresOn: addMonths(start, 5) }];
};
export const interimInitial: Situation = (today, spread) => [from(addMonths(today, -4), 1, 'INTERIM_INITIAL', teaching(spread))];
export const permanent: Situation = (_today, spread) => [
  { ...from(addDays(day('1984-06-15'), spread.below(1_500)), 1, 'STANDARD_PERMANENT', ['013']), expiresOn: null },
];
export const noCertificate: Situation = () => [];
