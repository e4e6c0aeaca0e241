import { and, eq, inArray, ne } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import { matchKey, person, personContact, personSecret, previousName } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { matchKeys, ssnKey, type MatchKeyValue } from '@/lib/identity/person-keys';
import { findHoldersOfSsn } from '@/lib/identity/steps';
import type { Day } from '@/lib/shared/days';
import { emailKey } from '@/lib/shared/email-address';
import { must } from '@/lib/shared/result';
import { seal, unseal } from '@/lib/shared/sealed';
import { secret, type Secret } from '@/lib/shared/secret';
import type { PlainRecord, RecordContact, RecordNames } from './merge-rules';

/** A record with what is secret of it, for the commands that change one. Nothing of it is shown. */
export type FullRecord = {
  readonly id: string;
  readonly ein: string;
  readonly mergedInto: string | null;
  readonly plain: PlainRecord;
  readonly previousNameIds: readonly string[];
  readonly ssn: Secret | undefined;
  readonly birthDate: Secret<Day>;
  /** Whether it is the one record that is unique by its SSN: the second of an import is not. */
  readonly holdsSsn: boolean;
  readonly emailKey: string | null;
  readonly contactUpdatedAt: Date | null;
};

const ssnColumn = 'person_secret.ssn';
const birthDateColumn = 'person_secret.birth_date';

/** Lock the person first. */
export async function loadRecord(tx: Tx, id: string): Promise<FullRecord> {
  const [row] = await tx
    .select({ person, contact: personContact, secrets: personSecret })
    .from(person)
    .innerJoin(personSecret, eq(personSecret.personId, person.id))
    .leftJoin(personContact, eq(personContact.personId, person.id))
    .where(eq(person.id, id));
  const { person: one, contact, secrets } = must(row, 'a record with its secrets');
  const previous = await tx.select().from(previousName).where(eq(previousName.personId, id)).orderBy(previousName.lastName, previousName.id);
  const { ein, mergedInto, firstName, middleName, lastName, suffix } = one;
  return {
    id,
    ein,
    mergedInto,
    plain: {
      names: { firstName, middleName, lastName, suffix },
      contact: asContact(contact),
      previousLastNames: previous.map((each) => each.lastName),
    },
    previousNameIds: previous.map((each) => each.id),
    ssn: secrets.ssnCiphertext ? unseal(secrets.ssnCiphertext, { column: ssnColumn, row: id }) : undefined,
    birthDate: secret(unseal(secrets.birthDateCiphertext, { column: birthDateColumn, row: id }).reveal() as Day),
    holdsSsn: secrets.ssnKey !== null,
    emailKey: contact?.emailKey ?? null,
    contactUpdatedAt: contact?.updatedAt ?? null,
  };
}

function asContact(row: typeof personContact.$inferSelect | null): RecordContact {
  const { email = null, phone = null, addressLine1 = null, addressLine2 = null, city = null, state = null, postalCode = null } = row ?? {};
  return { email, phone, addressLine1, addressLine2, city, state, postalCode };
}

export async function saveNames(tx: Tx, id: string, names: RecordNames): Promise<void> {
  await tx.update(person).set(names).where(eq(person.id, id));
}

export async function saveContact(tx: Tx, id: string, contact: RecordContact, now: Date): Promise<void> {
  const values = { ...contact, emailKey: contact.email === null ? null : emailKey(contact.email), updatedAt: now };
  await tx.insert(personContact).values({ personId: id, ...values }).onConflictDoUpdate({ target: personContact.personId, set: values });
}

/** The address stays on the record and finds nobody any more, or finds them again. */
export async function saveEmailKey(tx: Tx, id: string, key: string | null): Promise<void> {
  await tx.update(personContact).set({ emailKey: key }).where(eq(personContact.personId, id));
}

export type Secrets = Pick<FullRecord, 'ssn' | 'birthDate' | 'holdsSsn'>;

/** False where another record holds the SSN: the unique index decides. */
export async function saveSecrets(tx: Tx, id: string, { ssn, birthDate, holdsSsn }: Secrets): Promise<boolean> {
  return holding(tx, id, {
    ssnCiphertext: ssn ? seal(ssn, { column: ssnColumn, row: id }) : null,
    birthDateCiphertext: seal(secret<string>(birthDate.reveal()), { column: birthDateColumn, row: id }),
    ssnKey: ssn && holdsSsn ? ssnKey(ssn) : null,
  });
}

/** The same, of a record whose SSN is on it already. */
export async function holdSsn(tx: Tx, id: string, ssn: Secret): Promise<boolean> {
  return holding(tx, id, { ssnKey: ssnKey(ssn) });
}

async function holding(tx: Tx, id: string, values: Partial<typeof personSecret.$inferInsert>): Promise<boolean> {
  try {
    await tx.transaction((inner) => inner.update(personSecret).set(values).where(eq(personSecret.personId, id)));
    return true;
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'person_secret_ssn')) return false;
    throw thrown;
  }
}

/** Another record may have the SSN then. */
export async function letGoOfSsn(tx: Tx, id: string): Promise<void> {
  await tx.update(personSecret).set({ ssnKey: null }).where(eq(personSecret.personId, id));
}

/** Whether a record other than this one is found by the SSN. */
export async function isSsnOfAnother(tx: Tx, ssn: Secret, id: string): Promise<boolean> {
  return (await findHoldersOfSsn(tx, ssnKey(ssn))).some((holder) => holder !== id);
}

/** Every key that a record of these facts has: under each first name, where it goes by two. */
export function keysOf(facts: Pick<Secrets, 'ssn' | 'birthDate'>, firstNames: readonly string[], lastNames: readonly string[]): MatchKeyValue[] {
  const keys = firstNames.flatMap((firstName) => matchKeys({ ...facts, firstName, lastNames }));
  return [...new Map(keys.map((one) => [keyText(one), one])).values()];
}

/** What a record is found by, as text: what a decision keeps to put it back. */
export async function takeKeys(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.delete(matchKey).where(eq(matchKey.personId, id)).returning();
  return rows.map(keyText).toSorted();
}

export async function putKeys(tx: Tx, id: string, keys: readonly MatchKeyValue[]): Promise<void> {
  await tx.insert(matchKey).values(keys.map((one) => ({ ...one, personId: id })));
}

/**
 * Nobody finds the record any more. It keeps the key of its birth date, which is only ever compared: a record without any
 * would be given all of them again as one of an earlier version (identity/rekey-records).
 */
export async function retireKeys(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .delete(matchKey)
    .where(and(eq(matchKey.personId, id), ne(matchKey.kind, 'birth_date')))
    .returning();
  return rows.map(keyText).toSorted();
}

function keyText({ kind, key }: MatchKeyValue): string {
  return `${kind} ${Buffer.from(key).toString('hex')}`;
}

export function keysFrom(texts: readonly string[]): MatchKeyValue[] {
  return texts.map((text) => {
    const [kind = '', hex = ''] = text.split(' ');
    return { kind: kind as MatchKeyValue['kind'], key: Buffer.from(hex, 'hex') };
  });
}

export async function addPreviousNames(tx: Tx, personId: string, lastNames: readonly string[]): Promise<string[]> {
  if (lastNames.length === 0) return [];
  const rows = await tx.insert(previousName).values(lastNames.map((lastName) => ({ personId, lastName }))).returning({ id: previousName.id });
  return rows.map((row) => row.id);
}

export async function removePreviousNames(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(previousName).where(inArray(previousName.id, [...ids]));
}

export async function movePreviousNames(tx: Tx, ids: readonly string[], personId: string): Promise<void> {
  if (ids.length > 0) await tx.update(previousName).set({ personId }).where(inArray(previousName.id, [...ids]));
}

export async function saveMergedInto(tx: Tx, id: string, mergedInto: string | null): Promise<void> {
  await tx.update(person).set({ mergedInto }).where(eq(person.id, id));
}
