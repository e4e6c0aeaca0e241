import { desc, eq, inArray } from 'drizzle-orm';
import { nextReference } from '@/db/references';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import type { CertificateFacts } from './model';

type Row = typeof certificate.$inferSelect;

/** All certificates of a person, latest first, each with its endorsements and what followed it: three statements, however many there are. */
export async function certificatesOfPerson(tx: Tx, personId: string): Promise<CertificateFacts[]> {
  const rows = await tx
    .select()
    .from(certificate)
    .where(eq(certificate.personId, personId))
    .orderBy(desc(certificate.effectiveOn), desc(certificate.number))
    .limit(100);
  return withEndorsements(tx, rows);
}

/** The same of many people at once, by person: three statements too. */
export async function certificatesOfPeople(tx: Tx, personIds: readonly string[]): Promise<Map<string, CertificateFacts[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.select().from(certificate).where(inArray(certificate.personId, [...personIds]));
  const held = new Map<string, CertificateFacts[]>();
  for (const [at, one] of (await withEndorsements(tx, rows)).entries()) {
    const personId = rows[at]?.personId ?? '';
    held.set(personId, [...(held.get(personId) ?? []), one]);
  }
  return held;
}

export async function findCertificate(tx: Tx, number: string): Promise<(CertificateFacts & { personId: string }) | undefined> {
  const rows = await tx.select().from(certificate).where(eq(certificate.number, number));
  const [found] = await withEndorsements(tx, rows);
  return found && rows[0] && { ...found, personId: rows[0].personId };
}

export async function findCertificateById(tx: Tx, id: string): Promise<CertificateFacts | undefined> {
  const rows = await tx.select().from(certificate).where(eq(certificate.id, id));
  const [found] = await withEndorsements(tx, rows);
  return found;
}

export type NewCertificate = Pick<Row, 'personId' | 'typeKey' | 'issuedOn' | 'effectiveOn' | 'expiresOn' | 'applicationId' | 'followsId'> & {
  readonly endorsements: readonly string[];
};

export async function insertCertificate(tx: Tx, issued: NewCertificate, now: Date): Promise<{ id: string; number: string }> {
  const { endorsements, ...values } = issued;
  const number = await nextReference(tx, 'K');
  const [row] = await tx
    .insert(certificate)
    .values({ ...values, number, printedExpiresOn: values.expiresOn, source: 'issued', createdAt: now })
    .returning({ id: certificate.id });
  if (!row) throw new Error('A certificate was not written');
  if (endorsements.length > 0) {
    await tx.insert(certificateEndorsement).values(endorsements.map((code) => ({ certificateId: row.id, code })));
  }
  return { id: row.id, number };
}

async function withEndorsements(tx: Tx, rows: Row[]): Promise<CertificateFacts[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const codes = await tx.select().from(certificateEndorsement).where(inArray(certificateEndorsement.certificateId, ids));
  const followers = await tx
    .select({ number: certificate.number, from: certificate.effectiveOn, followsId: certificate.followsId })
    .from(certificate)
    .where(inArray(certificate.followsId, ids));
  return rows.map((row) => {
    const follower = followers.find((one) => one.followsId === row.id);
    return {
      id: row.id,
      number: row.number,
      typeKey: row.typeKey,
      issuedOn: row.issuedOn as Day,
      effectiveOn: row.effectiveOn as Day,
      expiresOn: row.expiresOn as Day | null,
      printedExpiresOn: row.printedExpiresOn as Day | null,
      endorsements: codes.filter((one) => one.certificateId === row.id).map((one) => one.code).sort(),
      followedBy: follower ? { number: follower.number, from: follower.from as Day } : null,
      ended: null,
    };
  });
}
