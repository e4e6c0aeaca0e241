import { and, eq, inArray, sql } from 'drizzle-orm';
import { nextReference } from '@/db/references';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import {
  identityCase,
  matchKey,
  person,
  personContact,
  personSecret,
  previousName,
  registryImport,
  ssnConflict,
} from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { referenceOf } from '@/lib/shared/references';
import type { RegistryCertificate } from './import-model';

type NewRow<T extends { $inferInsert: object }> = T['$inferInsert'];

/** One import after the other: what is on record already is looked up once for a whole batch. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('registry import'))`);
}

export async function insertImport(tx: Tx, fileName: string, now: Date): Promise<string> {
  const [row] = await tx.insert(registryImport).values({ fileName, startedAt: now }).returning({ id: registryImport.id });
  return must(row, 'the import just begun').id;
}

export async function saveImportFinished(tx: Tx, importId: string, now: Date): Promise<void> {
  await tx.update(registryImport).set({ finishedAt: now }).where(eq(registryImport.id, importId));
}

export type PersonOnRecord = {
  readonly id: string;
  readonly ein: string;
  readonly firstName: string;
  readonly lastNames: readonly string[];
  /** Kind and key, as hexadecimal text. */
  readonly matchKeys: readonly string[];
};

// The outer table is spelled out: drizzle writes a column of the only table without it, and inside the brackets that is another one.
export async function findPeopleByEin(tx: Tx, eins: readonly string[]): Promise<PersonOnRecord[]> {
  return tx
    .select({
      id: person.id,
      ein: person.ein,
      firstName: person.firstName,
      lastNames: sql<string[]>`array_prepend(person.last_name,
        array(select n.last_name from previous_name n where n.person_id = person.id))`,
      matchKeys: sql<string[]>`array(select k.kind || ' ' || encode(k.key, 'hex') from match_key k where k.person_id = person.id)`,
    })
    .from(person)
    .where(inArray(person.ein, [...eins]));
}

export type NewPeople = {
  readonly people: NewRow<typeof person>[];
  readonly contacts: NewRow<typeof personContact>[];
  readonly secrets: NewRow<typeof personSecret>[];
  readonly previousNames: NewRow<typeof previousName>[];
  readonly matchKeys: NewRow<typeof matchKey>[];
};

/** Returns those whose SSN another record holds: the unique index decides, whoever got there first. They are kept without it. */
export async function insertPeople(tx: Tx, made: NewPeople): Promise<NewRow<typeof personSecret>[]> {
  if (made.people.length > 0) await tx.insert(person).values(made.people);
  if (made.contacts.length > 0) await tx.insert(personContact).values(made.contacts);
  if (made.previousNames.length > 0) await tx.insert(previousName).values(made.previousNames);
  if (made.matchKeys.length > 0) await tx.insert(matchKey).values(made.matchKeys).onConflictDoNothing();
  if (made.secrets.length === 0) return [];
  const target = personSecret.ssnKey;
  const kept = await tx.insert(personSecret).values(made.secrets).onConflictDoNothing({ target }).returning({ id: personSecret.personId });
  const ids = new Set(kept.map(({ id }) => id));
  const conflicting = made.secrets.filter(({ personId }) => !ids.has(personId));
  if (conflicting.length > 0) await tx.insert(personSecret).values(conflicting.map((one) => ({ ...one, ssnKey: null })));
  return conflicting;
}

/** Notes the second holder of an SSN, and opens the case in which somebody finds out whose it is. Returns its reference. */
export async function insertSsnConflict(
  tx: Tx,
  found: { readonly personId: string; readonly ssnKey: Uint8Array; readonly caseId: string; readonly promisedBy: Day },
  now: Date,
): Promise<string> {
  const { personId, ssnKey, caseId, promisedBy } = found;
  await tx.insert(ssnConflict).values({ ssnKey, personId, foundAt: now });
  const holders = await tx
    .select({ id: matchKey.personId })
    .from(matchKey)
    .where(and(eq(matchKey.kind, 'ssn'), eq(matchKey.key, ssnKey)));
  const reference = await nextReference(tx, 'C');
  const candidateIds = holders.map(({ id }) => id).toSorted();
  const about = { kind: 'ssn_conflict' as const, candidateIds, details: {} };
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
    .where(inArray(certificate.personId, [...personIds]));
  return rows.map((row) => ({
    ...row,
    issuedOn: row.issuedOn as Day,
    effectiveOn: row.effectiveOn as Day,
    expiresOn: row.expiresOn as Day | null,
  }));
}

export type NewRegistryCertificate = CertificateOnRecord & { readonly id: string; readonly importId: string };

export async function insertCertificates(tx: Tx, made: readonly NewRegistryCertificate[], now: Date): Promise<void> {
  if (made.length === 0) return;
  const numbers = await certificateNumbers(tx, made.length);
  await tx.insert(certificate).values(
    made.map(({ endorsements: _, ...values }, at) => ({
      ...values,
      ...{ number: must(numbers[at], 'a certificate number'), printedExpiresOn: values.expiresOn },
      ...{ source: 'imported' as const, createdAt: now },
    })),
  );
  const codes = made.flatMap(({ id, endorsements }) => endorsements.map((code) => ({ certificateId: id, code })));
  if (codes.length > 0) await tx.insert(certificateEndorsement).values(codes);
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
