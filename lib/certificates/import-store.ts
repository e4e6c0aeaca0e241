import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { insertMany, textArray } from '@/db/many-rows';
import { nextReference } from '@/db/references';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { identityCase, matchKey, person, personContact, personSecret, previousName, ssnConflict } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { findHoldersOfSsn } from '@/lib/identity/steps';
import type { Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { referenceOf } from '@/lib/shared/references';
import type { RegistryCertificate } from './import-model';

type NewRow<T extends { $inferInsert: object }> = T['$inferInsert'];

/** Which import writes, and the time it writes down. */
export type By = { readonly importId: string; readonly now: Date };

export type PersonOnRecord = {
  readonly id: string;
  readonly ein: string;
  readonly firstName: string;
  readonly lastNames: readonly string[];
  /** Kind and key, as hexadecimal text, of the record by which this EIN is known now. */
  readonly matchKeys: readonly string[];
  /** The record of this EIN itself, where it turned out to be of another person, who is meant here. */
  readonly merged: MergedRecord | null;
};

/** A record that is found no more keeps what it was: rows of an older file still say it. */
export type MergedRecord = {
  readonly into: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly secrets: Pick<typeof personSecret.$inferSelect, 'personId' | 'ssnCiphertext' | 'birthDateCiphertext'>;
};

// One after the other by the index: planned as one join, a look-up for a batch would read everybody on record.
type FoundRow = Omit<PersonOnRecord, 'merged'> & { readonly meantEin: string; readonly ownId: string };

export async function findPeopleByEin(tx: Tx, eins: readonly string[]): Promise<PersonOnRecord[]> {
  const rows = await tx.execute<FoundRow>(sql`
    with recursive followed as (
      select p.ein, p.id as own_id, p.id, p.merged_into from person p where p.ein = any(${textArray(eins)})
      union all
      select f.ein, f.own_id, next.id, next.merged_into from followed f
      cross join lateral (select p.id, p.merged_into from person p where p.id = f.merged_into offset 0) next
      where f.merged_into is not null
    )
    select meant.id, f.ein, meant.ein as "meantEin", f.own_id as "ownId", meant.first_name as "firstName",
      array_prepend(meant.last_name, array(select n.last_name from previous_name n where n.person_id = meant.id)) as "lastNames",
      array(select k.kind || ' ' || encode(k.key, 'hex') from match_key k where k.person_id = meant.id) as "matchKeys"
    from followed f join person meant on meant.id = f.id where f.merged_into is null`);
  const merged = await findMerged(tx, rows.filter(({ id, ownId }) => id !== ownId));
  return rows.map(({ ownId, meantEin: _, ...row }) => ({ ...row, merged: merged.get(ownId) ?? null }));
}

async function findMerged(tx: Tx, rows: readonly FoundRow[]): Promise<ReadonlyMap<string, MergedRecord>> {
  if (rows.length === 0) return new Map();
  const { personId, ssnCiphertext, birthDateCiphertext } = personSecret;
  const records = await tx
    .select({ firstName: person.firstName, lastName: person.lastName, secrets: { personId, ssnCiphertext, birthDateCiphertext } })
    .from(person)
    .innerJoin(personSecret, eq(personSecret.personId, person.id))
    .where(inArray(person.id, rows.map(({ ownId }) => ownId)));
  const eins = new Map(rows.map(({ ownId, meantEin }) => [ownId, meantEin]));
  return new Map(records.map((one) => [one.secrets.personId, { ...one, into: must(eins.get(one.secrets.personId), 'an EIN') }]));
}

export type NewPeople = {
  readonly people: NewRow<typeof person>[];
  readonly contacts: NewRow<typeof personContact>[];
  readonly secrets: NewRow<typeof personSecret>[];
  readonly previousNames: NewRow<typeof previousName>[];
  readonly matchKeys: NewRow<typeof matchKey>[];
  /** For people on record, who may have some of them already. */
  readonly moreMatchKeys: NewRow<typeof matchKey>[];
};

/** Returns those whose SSN another record holds: the unique index decides, whoever got there first. They are kept without it. */
export async function insertPeople(tx: Tx, made: NewPeople): Promise<NewRow<typeof personSecret>[]> {
  await insertAll(tx, person, made.people);
  // Sent together: the database need not wait for the next text while this process reads on.
  const [kept] = await Promise.all([
    insertAll(tx, personSecret, made.secrets, sql`on conflict (ssn_key) do nothing returning person_id as id`),
    insertAll(tx, personContact, made.contacts),
    insertAll(tx, previousName, made.previousNames),
    // Person by person: a look-up reads the keys of a person together.
    insertAll(tx, matchKey, made.matchKeys),
    insertAll(tx, matchKey, made.moreMatchKeys, sql`on conflict do nothing`),
  ]);
  const ids = new Set(kept.map(({ id }) => id));
  const conflicting = made.secrets.filter(({ personId }) => !ids.has(personId));
  await insertAll(tx, personSecret, conflicting.map((one) => ({ ...one, ssnKey: null })));
  return conflicting;
}

/** What comes back is what `ending` says, where it says something. */
async function insertAll(tx: Tx, table: PgTable, rows: readonly object[], ending: SQL = sql``): Promise<readonly { id: string }[]> {
  return rows.length === 0 ? [] : tx.execute<{ id: string }>(sql`${insertMany(table, rows)} ${ending}`);
}

/** Notes the second holder of an SSN, and opens the case in which somebody finds out whose it is. Returns its reference. */
export async function insertSsnConflict(
  tx: Tx,
  found: { readonly personId: string; readonly ssnKey: Uint8Array; readonly caseId: string; readonly promisedBy: Day },
  { importId, now }: By,
): Promise<string> {
  const { personId, ssnKey, caseId, promisedBy } = found;
  await tx.insert(ssnConflict).values({ ssnKey, personId, foundAt: now, importId });
  const reference = await nextReference(tx, 'C');
  const candidateIds = (await findHoldersOfSsn(tx, ssnKey)).toSorted();
  const about = { kind: 'ssn_conflict' as const, candidateIds, details: {}, importId };
  await tx.insert(identityCase).values({ id: caseId, reference, ...about, openedAt: now, promisedBy });
  return reference;
}

export type CertificateOnRecord = RegistryCertificate & { readonly personId: string };

/** As printed: the end that a file knows, whatever the law has made of it since. */
export async function findCertificatesOf(tx: Tx, personIds: readonly string[]): Promise<CertificateOnRecord[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select({
      personId: certificate.personId,
      typeKey: certificate.typeKey,
      issuedOn: certificate.issuedOn,
      effectiveOn: certificate.effectiveOn,
      expiresOn: sql<string | null>`coalesce(${certificate.printedExpiresOn}, ${certificate.expiresOn})`,
      endorsements: sql<string[]>`array(
        select e.code from certificate_endorsement e where e.certificate_id = certificate.id order by e.code)`,
    })
    .from(certificate)
    .where(sql`${certificate.personId} = any(${textArray(personIds)}::uuid[])`);
  return rows.map((row) => ({
    ...row,
    issuedOn: row.issuedOn as Day,
    effectiveOn: row.effectiveOn as Day,
    expiresOn: row.expiresOn as Day | null,
  }));
}

export type NewRegistryCertificate = CertificateOnRecord & { readonly id: string };

export async function insertCertificates(tx: Tx, made: readonly NewRegistryCertificate[], { importId, now }: By): Promise<void> {
  const numbers = await certificateNumbers(tx, made.length);
  const rows = made.map(({ endorsements: _, ...values }, at) => ({
    ...values,
    ...{ number: must(numbers[at], 'a certificate number'), printedExpiresOn: values.expiresOn },
    ...{ source: 'imported' as const, importId, createdAt: now },
  }));
  await insertAll(tx, certificate, rows);
  const codes = made.flatMap(({ id, endorsements }) => endorsements.map((code) => ({ certificateId: id, code })));
  await insertAll(tx, certificateEndorsement, codes);
}

/** As many as are asked for in a few statements; see nextReference for the numbers passed over. */
async function certificateNumbers(tx: Tx, count: number): Promise<string[]> {
  const numbers: string[] = [];
  while (numbers.length < count) {
    const rows = await tx.execute<{ number: string }>(
      sql`select nextval('reference_number') as number from generate_series(1, ${count - numbers.length}::int)`,
    );
    numbers.push(...rows.flatMap((row) => referenceOf('K', Number(row.number)) ?? []));
  }
  return numbers;
}
