import { randomUUID } from 'node:crypto';
import { nextReference } from '@/db/references';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { matchKey, person, personContact, personSecret } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { matchKeys, ssnKey } from '@/lib/identity/person-keys';
import { sealRecord } from '@/lib/identity/sealed-record';
import { secret } from '@/lib/shared/secret';
import type { DemoPerson } from './people';
import type { DemoCertificate, Situation } from './situations';

export type DemoRecord = { readonly person: DemoPerson; readonly situation: Situation };

/** Writes records as an import leaves them, a few statements for all of them. */
export async function insertPeople(tx: Tx, records: readonly DemoRecord[], now: Date): Promise<void> {
  const rows = records.map((record) => ({ ...record, personId: randomUUID() }));
  await tx.insert(person).values(rows.map(({ personId, person: known }) => personRow(personId, known, now)));
  await tx.insert(personContact).values(
    rows.map(({ personId, person: { email }, situation }) => {
      const onFile = situation.hasEmail ? email : null;
      return { personId, email: onFile, emailKey: onFile, updatedAt: now };
    }),
  );
  const secrets = rows.map(({ personId, person: known }) => ({ personId, typed: secretsOf(known) }));
  await tx.insert(personSecret).values(
    secrets.map(({ personId, typed }) => ({
      personId,
      ...sealRecord(typed, { ssn: 'person_secret.ssn', birthDate: 'person_secret.birth_date' }, personId),
      ssnKey: ssnKey(typed.ssn),
    })),
  );
  await tx.insert(matchKey).values(secrets.flatMap(({ personId, typed }) => matchKeys(typed).map((key) => ({ ...key, personId }))));
  for (const { personId, situation } of rows) {
    for (const held of situation.certificates) await insertCertificate(tx, personId, held, now);
  }
}

function personRow(id: string, { ein, firstName, lastName }: DemoPerson, now: Date) {
  return { id, ein, firstName, lastName, source: 'imported' as const, createdAt: now };
}

function secretsOf({ ssn, birthDate, firstName, lastName }: DemoPerson) {
  return { ssn: secret(ssn), birthDate: secret(birthDate), firstName, lastNames: [lastName] };
}

async function insertCertificate(tx: Tx, personId: string, held: DemoCertificate, now: Date): Promise<void> {
  const { typeKey, issuedOn, expiresOn, endorsements } = held;
  const id = randomUUID();
  const dates = { issuedOn, effectiveOn: issuedOn, expiresOn, printedExpiresOn: expiresOn };
  const number = await nextReference(tx, 'K');
  await tx.insert(certificate).values({ id, number, personId, typeKey, ...dates, source: 'imported', createdAt: now });
  if (endorsements.length > 0) {
    await tx.insert(certificateEndorsement).values(endorsements.map((code) => ({ certificateId: id, code })));
  }
}
