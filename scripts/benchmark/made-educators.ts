import { chanceFrom, type Chance } from '@/dev/demo/chance';
import { firstNames, lastNames, middleNames, streets, towns } from '@/dev/demo/names';
import type { DemoPerson } from '@/dev/demo/people';
import { addDays, addYears, day, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';

const seed = 20_261_125;
const oldest = day('1952-03-01');
const birthDays = 17_000;

/** `sharesSsn` where an earlier one has the same SSN. */
export type MadeEducator = DemoPerson & { readonly sharesSsn: boolean };

/**
 * Made-up educators, as many as are asked for and always the same, made as they are read. Names are as unequally common as
 * names are: how many records share a name and a birth date is what a look-up costs.
 */
export function* madeEducators(count: number, from = 0): Generator<MadeEducator> {
  const chance = chanceFrom(seed + from);
  for (let number = from; number < from + count; number += 1) yield madeEducator(number, chance);
}

function madeEducator(number: number, chance: Chance): MadeEducator {
  const birthDate = addDays(oldest, chance.below(birthDays));
  const sharesSsn = number > 0 && chance.oneIn(5_000);
  const lastName = often(allLastNames, chance);
  const firstName = often(allFirstNames, chance);
  return {
    ...{ ein: String(2_000_000_000 + number), ssn: ssnOf(sharesSsn ? number - 1 : number), sharesSsn, firstName, lastName, birthDate },
    ...(chance.oneIn(2) && { middleName: chance.pick(middleNames) }),
    ...(chance.oneIn(7) && { previousLastName: often(allLastNames, chance) }),
    ...(!chance.oneIn(3) && { emailOnFile: `educator${number}@example.org` }),
    street: `${1 + chance.below(900)} ${chance.pick(streets)} Street`,
    town: chance.pick(towns),
    phone: `860-555-01${String(chance.below(100)).padStart(2, '0')}`,
    certificates: certificatesOf(birthDate, chance),
  };
}

/** Every fourth has two. */
function certificatesOf(birthDate: Day, chance: Chance) {
  const first = addDays(addYears(birthDate, 23), chance.below(700));
  const initial = { typeKey: 'INITIAL', endorsements: [chance.pick(codes)], issuedOn: first, effectiveOn: first, expiresOn: addYears(first, 3) };
  if (!chance.oneIn(4)) return [initial];
  const next = initial.expiresOn;
  return [initial, { ...initial, typeKey: 'PROVISIONAL', issuedOn: next, effectiveOn: next, expiresOn: addYears(next, 8) }];
}

const codes = ['013', '015', '029', '092', '113'];

/** All different: the factor shares no divisor with the number of SSNs it walks through. */
function ssnOf(number: number): string {
  const place = (number * 982_451_653) % (500 * 99 * 9_999);
  const [area, group, serial] = [100 + (place % 500), 1 + (Math.floor(place / 500) % 99), 1 + Math.floor(place / 49_500)];
  return `${area}${String(group).padStart(2, '0')}${String(serial).padStart(4, '0')}`;
}

/** The first of a list most often, the last hardly ever. */
function often(names: readonly string[], chance: Chance): string {
  const share = chance.below(1_000_000) / 1_000_000;
  return must(names[Math.floor(share * share * names.length)], 'a name');
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bran clar dres fenn gart holm'.split(' ');

/** Names people have, and after them many that nobody has. */
function withRareOnes(common: readonly string[], size: number): readonly string[] {
  const rare = Array.from({ length: size - common.length }, (_, at) => {
    const parts = [at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676) % 26].map((one) => syllables[one] ?? '');
    const name = parts.join('');
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  });
  return [...common, ...rare];
}

const allLastNames = withRareOnes(lastNames, 17_000);
const allFirstNames = withRareOnes(firstNames, 1_200);
