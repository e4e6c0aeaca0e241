import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { auditEvent, personAccess } from '@/db/schema/audit';
import { certificate } from '@/db/schema/certificates';
import { claim } from '@/db/schema/identity';
import { obligation } from '@/db/schema/payments';
import type { Tx } from '@/db/transact';
import type { CertificateFacts } from '@/lib/certificates/model';
import { findCertificate, findCertificateById } from '@/lib/certificates/steps';

/** Holds back every other opening by this member of the staff until commit, so that two at once are noted once. */
export async function lockOpeningsBy(tx: Tx, staffId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`openings of ${staffId}`}))`);
}

export type Opened = { readonly subject: { readonly kind: string; readonly id: string }; readonly staffId: string };

/** The reasons under which they opened it since then, the latest first. */
export async function reasonsSince(tx: Tx, { subject, staffId }: Opened, since: Date): Promise<string[]> {
  const rows = await tx
    .select({ reason: auditEvent.reason })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.subjectKind, subject.kind),
        eq(auditEvent.subjectId, subject.id),
        eq(auditEvent.actorId, staffId),
        eq(auditEvent.type, 'person_opened'),
        gt(auditEvent.at, since),
      ),
    )
    .orderBy(desc(auditEvent.seq));
  return rows.flatMap((row) => row.reason ?? []);
}

export async function insertAccess(tx: Tx, row: typeof personAccess.$inferInsert): Promise<void> {
  await tx.insert(personAccess).values(row);
}

async function lockCertificate(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: certificate.id }).from(certificate).where(eq(certificate.id, id)).for('update');
}

/**
 * The certificate, locked, or the one that stands in its place now, as long as `goesOn` says so of the next. Locked from the
 * first on, so that two applications about it are issued one after the other.
 */
export async function findLatest(
  tx: Tx,
  id: string,
  goesOn: (next: CertificateFacts, last: CertificateFacts) => boolean,
): Promise<CertificateFacts | undefined> {
  await lockCertificate(tx, id);
  const last = await findCertificateById(tx, id);
  const next = last?.followedBy && (await findCertificate(tx, last.followedBy.number));
  return last && next && goesOn(next, last) ? findLatest(tx, next.id, goesOn) : last;
}

export async function countObligations(tx: Tx, applicationId: string): Promise<number> {
  const rows = await tx.select({ id: obligation.id }).from(obligation).where(eq(obligation.applicationId, applicationId));
  return rows.length;
}

/** How this account is linked to this person today. */
export async function findLinkStrength(
  tx: Tx,
  { accountId, personId }: { readonly accountId: string; readonly personId: string | null },
): Promise<'full' | 'provisional' | 'none'> {
  if (!personId) return 'none';
  const [row] = await tx
    .select({ strength: claim.strength })
    .from(claim)
    .where(and(eq(claim.accountId, accountId), eq(claim.personId, personId), isNull(claim.endedAt)));
  return row?.strength ?? 'none';
}
