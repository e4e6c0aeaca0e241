import { randomUUID } from 'node:crypto';
import { nameKey } from '@/lib/identity/names';
import { matchKeys, ssnKey, type MatchKeyValue } from '@/lib/identity/person-keys';
import { sealRecord } from '@/lib/identity/sealed-record';
import { emailKey } from '@/lib/shared/email-address';
import { seal } from '@/lib/shared/sealed';
import { secret } from '@/lib/shared/secret';
import type { RegistryPerson, RegistryRow } from './import-model';
import type { By, NewPeople, PersonOnRecord } from './import-store';

/** A row with every key its person is found by. */
export type KeyedRow = RegistryRow & { readonly keys: readonly MatchKeyValue[] };
export type TakenRow = { readonly row: RegistryRow; readonly personId: string };
export type PeoplePlan = {
  readonly made: NewPeople;
  readonly taken: readonly TakenRow[];
  /** Rows with the EIN of somebody else. */
  readonly ofAnother: readonly RegistryRow[];
  readonly lastNamesAdded: number;
};

type Known = {
  readonly id: string;
  readonly firstName: string;
  readonly lastNames: Set<string>;
  /** Written out when asked: most people have one row. */
  readonly keys: () => readonly string[];
  readonly isMerged: boolean;
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
  const known = new Map(onRecord.map((one) => [one.ein, asKnown(one)]));
  const made: NewPeople = { people: [], contacts: [], secrets: [], previousNames: [], matchKeys: [], moreMatchKeys: [] };
  const taken: TakenRow[] = [];
  const ofAnother: RegistryRow[] = [];
  let lastNamesAdded = 0;
  for (const row of rows) {
    const found = known.get(row.person.ein);
    if (found && !isSamePerson(found, row.keys)) {
      ofAnother.push(row);
      continue;
    }
    const holder = found ?? addPerson(made, row, by);
    known.set(row.person.ein, holder);
    if (found && !found.isMerged) lastNamesAdded += addLastNames(made, holder, row.person, by);
    taken.push({ row, personId: holder.id });
  }
  return { made, taken, ofAnother, lastNamesAdded };
}

function asKnown({ lastNames, matchKeys: keys, ...one }: PersonOnRecord): Known {
  return { ...one, lastNames: new Set(lastNames.map(nameKey)), keys: () => keys };
}

// With an SSN, both it and the birth date; without one on either side, birth date and a name. A merged record keeps no other
// key than that of its birth date.
function isSamePerson(known: Known, keys: readonly MatchKeyValue[]): boolean {
  const strong = keys.filter(({ kind }) => kind === 'ssn_birth_date');
  const held = known.keys();
  if (known.isMerged) return keys.some((one) => one.kind === 'birth_date' && held.includes(keyText(one)));
  const hasStrong = held.some((key) => key.startsWith('ssn_birth_date '));
  if (strong.length > 0 !== hasStrong) return false;
  const telling = hasStrong ? strong : keys.filter(({ kind }) => kind === 'birth_date_name');
  return telling.some((one) => held.includes(keyText(one)));
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
  return { id, firstName, lastNames, keys: () => keys.map(keyText), isMerged: false };
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
  const columns = { ssn: 'person_secret.ssn', birthDate: 'person_secret.birth_date' };
  if (ssn) return { ...sealRecord({ ssn, birthDate }, columns, id), ssnKey: ssnKey(ssn) };
  const birthDateCiphertext = seal(secret<string>(birthDate.reveal()), { column: columns.birthDate, row: id });
  return { birthDateCiphertext, ssnCiphertext: null, ssnKey: null };
}

function keyText({ kind, key }: MatchKeyValue): string {
  return `${kind} ${Buffer.from(key).toString('hex')}`;
}
