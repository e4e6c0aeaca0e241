import { chanceFrom, type Chance } from '@/dev/demo/chance';
import { firstNames, lastNames, middleNames, suffixes } from '@/dev/demo/names';
import type { EvaluatedClaim, RegisterRecord } from '@/lib/identity/register-in-memory';
import { addDays, day, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';

/** Other people and other slips: MATCH_SEED=7 npx jest …. */
export const seed = Number(process.env.MATCH_SEED ?? 20261125);

export type Facts = {
  readonly ein: string;
  readonly ssn: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly previous: readonly string[];
  readonly born: Day;
  readonly email: string;
};

/** People whose situations are those of American educators: common names, several surnames, suffixes, twins. */
export function madePeople(count: number, seed: number): Facts[] {
  const chance = chanceFrom(seed);
  const people: Facts[] = [];
  while (people.length < count) {
    const one = madePerson(chance, people.length);
    people.push(one);
    if (chance.oneIn(50)) people.push(twinOf(one, chance, people.length));
  }
  return people;
}

export function madePerson(chance: Chance, number: number): Facts {
  const ssn = `${String(100 + chance.below(560))}${String(10 + chance.below(90))}${String(1000 + chance.below(9000))}`;
  const base = chance.pick(lastNames);
  const lastName = chance.oneIn(12) ? `${base}-${chance.pick(lastNames)}` : chance.oneIn(30) ? `${base} ${chance.pick(suffixes)}` : base;
  return {
    ein: String(1_000_000_000 + number),
    ssn,
    firstName: chance.pick(firstNames),
    middleName: chance.pick(middleNames),
    lastName,
    previous: chance.oneIn(8) ? [chance.pick(lastNames)] : [],
    born: addDays(day('1950-01-01'), chance.below(20_000)),
    email: chance.oneIn(3) ? '' : `person${number}@example.org`,
  };
}

/** Born the same day to the same parents, who often got the next number. */
function twinOf(one: Facts, chance: Chance, number: number): Facts {
  const ssn = `${one.ssn.slice(0, 8)}${(Number(one.ssn.slice(8)) + 1) % 10}`;
  return { ...one, ein: String(1_000_000_000 + number), ssn, firstName: chance.pick(firstNames), previous: [], email: '' };
}

export function asRecord({ ein, ssn, firstName, middleName, lastName, previous, born, email }: Facts): RegisterRecord {
  const names = { firstName, middleName, lastNames: [lastName, ...previous] };
  return { ein, ssn: secret(ssn), birthDate: secret(born), ...names, email };
}

export function asClaim({ ssn, firstName, lastName, born, email }: Facts): EvaluatedClaim {
  return { ssn: secret(ssn), birthDate: secret(born), firstName, lastName, email };
}

type Slip = (one: Facts, chance: Chance) => Facts;

const letter = (chance: Chance): string => must('abcdefghijklmnopqrstuvwxyz'[chance.below(26)], 'a letter');

function misspelt(name: string, chance: Chance): string {
  const at = 1 + chance.below(Math.max(name.length - 1, 1));
  if (chance.oneIn(3)) return name.slice(0, at) + name.slice(at + 1);
  return chance.oneIn(2) ? name.slice(0, at) + letter(chance) + name.slice(at) : name.slice(0, at) + letter(chance) + name.slice(at + 1);
}

function wrongDigit(digits: string, chance: Chance): string {
  const at = chance.below(digits.length);
  return digits.slice(0, at) + String((Number(digits[at]) + 1 + chance.below(9)) % 10) + digits.slice(at + 1);
}

const nicknames: Readonly<Record<string, string>> = {
  ...{ William: 'Bill', Elizabeth: 'Beth', Jennifer: 'Jen', Matthew: 'Matt', Michael: 'Mike', Catherine: 'Kate', Deborah: 'Debbie' },
  ...{ Susan: 'Sue', Thomas: 'Tom', Patricia: 'Pat', Joseph: 'Joe', Samuel: 'Sam', Rebecca: 'Becky', Kenneth: 'Ken', Edward: 'Ted' },
};

/** What goes wrong with names alone: SSN and birth date still agree. */
export const nameSlips: Readonly<Record<string, Slip>> = {
  none: (one) => one,
  married: (one, chance) => ({ ...one, lastName: chance.pick(lastNames) }),
  hyphenated: (one, chance) => ({ ...one, lastName: `${one.lastName}-${chance.pick(lastNames)}` }),
  previous: (one) => ({ ...one, lastName: one.previous[0] ?? one.lastName }),
  nickname: (one) => ({ ...one, firstName: nicknames[one.firstName] ?? one.firstName }),
  middle: (one) => ({ ...one, firstName: one.middleName }),
  plain: (one) => ({ ...one, firstName: plain(one.firstName), lastName: plain(one.lastName) }),
  swapped: (one) => ({ ...one, firstName: one.lastName, lastName: one.firstName }),
  misspelt: (one, chance) => ({ ...one, firstName: misspelt(one.firstName, chance), lastName: misspelt(one.lastName, chance) }),
  spaced: (one) => ({ ...one, lastName: `${one.lastName.slice(0, 2)} ${one.lastName.slice(2)}` }),
  capitals: (one) => ({ ...one, firstName: one.firstName.toUpperCase(), lastName: `${one.lastName.toUpperCase()} JR` }),
  otherFirst: (one, chance) => ({ ...one, firstName: chance.pick(firstNames) }),
};

/** What goes wrong with numbers and days. */
export const factSlips: Readonly<Record<string, Slip>> = {
  ssnDigit: (one, chance) => ({ ...one, ssn: wrongDigit(one.ssn, chance) }),
  ssnSwapped: (one, chance) => ({ ...one, ssn: neighboursSwapped(one.ssn, chance.below(8)) }),
  ssnOther: (one, chance) => ({ ...one, ssn: madePerson(chance, 0).ssn }),
  bornSwapped: (one) => ({ ...one, born: monthAndDay(one.born) }),
  bornOther: (one, chance) => ({ ...one, born: madePerson(chance, 0).born }),
};

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’.-]/g, ' ').replace(/ı/g, 'i');
}

function neighboursSwapped(digits: string, at: number): string {
  return digits.slice(0, at) + digits.slice(at + 1, at + 2) + digits.slice(at, at + 1) + digits.slice(at + 2);
}

function monthAndDay(born: Day): Day {
  const [year = '', month = '', date = ''] = born.split('-');
  return Number(date) <= 12 ? day(`${year}-${date}-${month}`) : born;
}
