import { randomUUID } from 'node:crypto';
import { nameKey } from '@/lib/identity/names';
import { matchKeys, ssnKey, type MatchKeyValue } from '@/lib/identity/person-keys';
import { sealRecord } from '@/lib/identity/sealed-record';
import { emailKey } from '@/lib/shared/email-address';
import { seal } from '@/lib/shared/sealed';
import { secret } from '@/lib/shared/secret';
import { isBornTheSame, isSamePerson, keyText, knownByEin, secretColumns, type Known } from './import-known';
import type { RegistryPerson, RegistryRow } from './import-model';
import type { By, NewPeople, PersonOnRecord } from './import-store';

/** A row with every key its person is found by. */
export type KeyedRow = RegistryRow & { readonly keys: readonly MatchKeyValue[] };
export type TakenRow = { readonly row: RegistryRow; readonly personId: string };
export type PeoplePlan = {
  readonly made: NewPeople;
  readonly taken: readonly TakenRow[];
  /** Rows with the EIN of somebody else, and which EIN that became where it was merged. */
  readonly ofAnother: readonly { readonly line: number; readonly into: string | undefined }[];
  readonly lastNamesAdded: number;
};

export function keyedRow(row: RegistryRow): KeyedRow {
  const { person } = row;
  return { ...row, keys: matchKeys({ ...person, lastNames: [person.lastName, ...person.previousLastNames] }) };
}

/**
 * Whom each row is about: somebody on record, somebody an earlier row made, or somebody new. Names and address of a record
 * stay as they are, for the person may have changed them since; a last name it does not know is one more to be found by.
 */
export function planPeople(rows: readonly KeyedRow[], onRecord: readonly PersonOnRecord[], by: By): PeoplePlan {
  const known = knownByEin(onRecord);
  const made: NewPeople = { people: [], contacts: [], secrets: [], previousNames: [], matchKeys: [], moreMatchKeys: [] };
  const taken: TakenRow[] = [];
  const ofAnother: PeoplePlan['ofAnother'][number][] = [];
  let lastNamesAdded = 0;
  for (const row of rows) {
    const found = known.get(row.person.ein);
    if (found && !isSamePerson(found, row.keys)) {
      ofAnother.push({ line: row.line, into: found.before?.into });
      continue;
    }
    const holder = found ?? addPerson(made, row, by);
    known.set(row.person.ein, holder);
    // Under the birth date of a record that went nobody is to be found.
    if (found && isBornTheSame(found, row.keys)) lastNamesAdded += addLastNames(made, holder, row.person, by);
    taken.push({ row, personId: holder.id });
  }
  return { made, taken, ofAnother, lastNamesAdded };
}

function addPerson(made: NewPeople, { person: one, keys }: KeyedRow, by: By): Known {
  const { importId, now } = by;
  const id = randomUUID();
  const { ein, firstName, middleName, lastName, suffix, contact } = one;
  made.people.push({ id, ein, firstName, middleName, lastName, suffix, source: 'imported', importId, createdAt: now });
  const address = contact.email === null ? null : emailKey(contact.email);
  made.contacts.push({ personId: id, ...contact, emailKey: address, updatedAt: now });
  made.secrets.push({ personId: id, ...sealedSecrets(one, id) });
  made.matchKeys.push(...keys.map((key) => ({ ...key, personId: id })));
  const lastNames = new Set([nameKey(lastName)]);
  for (const previous of one.previousLastNames) addPreviousName(made, { id, lastNames }, previous, by);
  return { id, firstName, lastNames, keys: () => keys.map(keyText) };
}

function addLastNames(made: NewPeople, holder: Known, one: RegistryPerson, by: By): number {
  const unknown = [one.lastName, ...one.previousLastNames].filter((name) => addPreviousName(made, holder, name, by));
  if (unknown.length === 0) return 0;
  const keys = matchKeys({ birthDate: one.birthDate, firstName: holder.firstName, lastNames: unknown });
  made.moreMatchKeys.push(...keys.map((key) => ({ ...key, personId: holder.id })));
  return unknown.length;
}

/** False where the record knows the name already, in whatever spelling. */
function addPreviousName(made: NewPeople, { id, lastNames }: Pick<Known, 'id' | 'lastNames'>, lastName: string, { importId }: By): boolean {
  if (lastNames.has(nameKey(lastName))) return false;
  lastNames.add(nameKey(lastName));
  made.previousNames.push({ personId: id, lastName, importId });
  return true;
}

function sealedSecrets({ ssn, birthDate }: RegistryPerson, id: string) {
  if (ssn) return { ...sealRecord({ ssn, birthDate }, secretColumns, id), ssnKey: ssnKey(ssn) };
  const birthDateCiphertext = seal(secret<string>(birthDate.reveal()), { column: secretColumns.birthDate, row: id });
  return { birthDateCiphertext, ssnCiphertext: null, ssnKey: null };
}
