import { randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { isPossibleSsn } from '@/lib/identity/model';
import { addDays, addMonths, addYears, dayInConnecticut, day, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { sharedFile } from './home';

/** What somebody has on record. `unknown` has nothing: Register finds nobody. */
export type Situation = 'renewable' | 'initial' | 'not_yet_open' | 'no_email' | 'address_only' | 'unknown';

export type Educator = {
  readonly situation: Situation;
  readonly firstName: string;
  readonly lastName: string;
  readonly ssn: string;
  readonly birthDate: Day;
  readonly email: string;
  readonly ein: string;
  readonly certificate: Held;
};

type Held = { readonly type: string; readonly endorsement: string; readonly issuedOn: Day; readonly expiresOn: Day };

const howMany: Readonly<Record<Situation, number>> = { renewable: 60, initial: 30, not_yet_open: 12, no_email: 8, address_only: 12, unknown: 20 };

/** The window of a Professional opens six months before its end (data of the rulebook). */
function heldBy(situation: Situation, today: Day): Held {
  if (situation === 'initial') return { type: 'INITIAL', endorsement: '305', issuedOn: day('2023-02-01'), expiresOn: day('2026-01-31') };
  const expiresOn = situation === 'not_yet_open' ? addMonths(today, 20) : addMonths(today, 4);
  return { type: 'PROFESSIONAL', endorsement: '029', issuedOn: addDays(addYears(expiresOn, -5), 1), expiresOn };
}

const firstNames = ['Ada', 'Bruno', 'Celia', 'Dario', 'Edith', 'Felipe', 'Greta', 'Hassan', 'Ines', 'Jonah'];
const starts = ['Ash', 'Birch', 'Clay', 'Dun', 'Elder', 'Fern', 'Glen', 'Haw', 'Ivory', 'Juni', 'Kings', 'Lin'];
const ends = ['bridge', 'combe', 'dale', 'field', 'gate', 'hurst', 'lake', 'mere', 'stead', 'ton', 'wick', 'wood'];
const of = (words: readonly string[], number: number): string => must(words[number % words.length], 'a word');

/** Made up anew for each run, so that one system can be tested twice. */
export function makeEducators(now: Date): Educator[] {
  const today = dayInConnecticut(now);
  const firstEin = 2_000_000_000 + randomInt(1_000_000) * 1_000;
  const situations = (Object.keys(howMany) as Situation[]).flatMap((one) => Array.from({ length: howMany[one] }, () => one));
  const ssns = new Set<string>();
  while (ssns.size < situations.length) {
    const ssn = `${randomInt(300, 600)}${String(randomInt(1, 100)).padStart(2, '0')}${String(randomInt(1, 10_000)).padStart(4, '0')}`;
    if (isPossibleSsn(ssn)) ssns.add(ssn);
  }
  return [...ssns].map((ssn, number) => {
    const situation = must(situations[number], 'a situation');
    const firstName = of(firstNames, number);
    const lastName = `${of(starts, number)}${of(ends, Math.floor(number / starts.length))}`;
    const ein = String(firstEin + number);
    const email = `${firstName}.${lastName}.${ein}@example.org`.toLowerCase();
    const birthDate = addDays(day('1975-03-09'), number * 41);
    return { situation, firstName, lastName, ssn, birthDate, email, ein, certificate: heldBy(situation, today) };
  });
}

/** The rows of a registry file, with its heading. */
export function registryFile(educators: readonly Educator[]): string {
  const heading =
    'ein,ssn,last_name,first_name,middle_name,suffix,previous_last_names,date_of_birth,email,certificate_type,endorsements,issued_on,effective_on,expires_on,address_line1,city,state,postal_code';
  const rows = educators
    .filter(({ situation }) => situation !== 'unknown')
    .map(({ certificate: { type, endorsement, issuedOn, expiresOn }, ...one }) => {
      const isSilent = one.situation === 'no_email' || one.situation === 'address_only';
      const address = one.situation === 'address_only' ? ['7 Lantern Lane', 'Mystic', 'CT', '06355'] : ['', '', '', ''];
      const who = [one.ein, one.ssn, one.lastName, one.firstName, '', '', '', one.birthDate, isSilent ? '' : one.email];
      return [...who, type, endorsement, issuedOn, issuedOn, expiresOn, ...address].join(',');
    });
  return [heading, ...rows, ''].join('\n');
}

/** One of them, for one test alone: a record is claimed only once, and tests run side by side. */
export function takeEducator(situation: Situation): Educator {
  const all = JSON.parse(readFileSync(sharedFile('educators.json'), 'utf8')) as Educator[];
  return must(all.find((one) => one.situation === situation && isTaken(one)), `one more educator: ${situation}`);
}

// Only one process can be the first to make a file.
function isTaken({ ein }: Educator): boolean {
  try {
    closeSync(openSync(sharedFile(`taken-${ein}`), 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
