import type { RegistryLine } from '@/lib/certificates/import-model';
import { isPossibleSsn } from '@/lib/identity/model';
import { nameKey } from '@/lib/identity/names';
import { addDays, addYears, type Day } from '@/lib/shared/days';
import type { Chance } from './chance';
import { streets, towns } from './names';
import type { DemoCertificate } from './situations';

export type DemoPerson = {
  readonly ein: string;
  readonly ssn: string;
  readonly firstName: string;
  readonly middleName?: string;
  readonly lastName: string;
  readonly suffix?: string;
  readonly previousLastName?: string;
  readonly birthDate: Day;
  readonly emailOnFile?: string;
  readonly street: string;
  readonly town: string;
  readonly phone: string;
  readonly certificates: readonly DemoCertificate[];
};

/** Hands out what no two people share. The EINs stand apart from those of test registries and from those issued here. */
export function numbersFor(chance: Chance): { readonly nextEin: () => string; readonly nextSsn: () => string } {
  let people = 0;
  const given = new Set<string>();
  const nextEin = (): string => String(1_900_000_000 + 17 * (people += 1));
  const nextSsn = (): string => {
    for (;;) {
      const ssn = `${700 + chance.below(200)}${String(chance.below(100)).padStart(2, '0')}${String(chance.below(10_000)).padStart(4, '0')}`;
      if (!isPossibleSsn(ssn) || given.has(ssn)) continue;
      given.add(ssn);
      return ssn;
    }
  };
  return { nextEin, nextSsn };
}

/** Old enough to have been given the first of the certificates. */
export function birthDateOf(certificates: readonly DemoCertificate[], today: Day, chance: Chance): Day {
  const [first = today] = certificates.map(({ issuedOn }) => issuedOn).toSorted();
  return addDays(addYears(first, -23 - chance.below(16)), -chance.below(365));
}

/** Numbers from 555-0100 through 555-0199 are kept free for made-up people. */
export function addressOf(chance: Chance): Pick<DemoPerson, 'street' | 'town' | 'phone'> {
  return {
    street: `${1 + chance.below(180)} ${chance.pick(streets)} Street`,
    town: chance.pick(towns),
    phone: `860-555-01${String(chance.below(100)).padStart(2, '0')}`,
  };
}

export function emailOf(firstName: string, lastName: string): string {
  return `${nameKey(firstName)}.${nameKey(lastName)}@example.org`;
}

/** The rows of a registry file that say the same. */
export function registryLines(people: readonly DemoPerson[]): RegistryLine[] {
  const rows = people.flatMap((one) => {
    const cells = personCells(one);
    return one.certificates.length === 0 ? [cells] : one.certificates.map((held) => ({ ...cells, ...certificateCells(held) }));
  });
  return rows.map((cells, at) => ({ line: at + 2, cells }));
}

function personCells(one: DemoPerson) {
  const { ein, ssn, firstName, middleName = '', lastName, suffix = '', previousLastName = '' } = one;
  const { birthDate, emailOnFile = '', street, town, phone } = one;
  return {
    ...{ ein, ssn, last_name: lastName, first_name: firstName, middle_name: middleName, suffix },
    ...{ previous_last_names: previousLastName, date_of_birth: birthDate, email: emailOnFile },
    ...{ phone, address_line1: street, city: town.slice(0, -6), state: 'CT', postal_code: town.slice(-5) },
  };
}

function certificateCells({ typeKey, endorsements, issuedOn, effectiveOn, expiresOn }: DemoCertificate) {
  return {
    ...{ certificate_type: typeKey, endorsements: endorsements.join(';') },
    ...{ issued_on: issuedOn, effective_on: effectiveOn, expires_on: expiresOn ?? '' },
  };
}
