import { eq, inArray, sql } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { claim, identityCase } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { uuids } from './identity-store';

export type Hanging = { readonly certificates: readonly string[]; readonly applications: readonly string[]; readonly claims: readonly string[] };

/** Hangs what hung on one record on another. */
export async function moveTo(tx: Tx, personId: string, { certificates, applications, claims }: Hanging): Promise<void> {
  if (certificates.length > 0) await tx.update(certificate).set({ personId }).where(inArray(certificate.id, [...certificates]));
  if (applications.length > 0) await tx.update(application).set({ personId }).where(inArray(application.id, [...applications]));
  if (claims.length > 0) await tx.update(claim).set({ personId }).where(inArray(claim.id, [...claims]));
}

export async function saveCandidates(tx: Tx, caseId: string, candidateIds: readonly string[]): Promise<void> {
  await tx.update(identityCase).set({ candidateIds: [...candidateIds] }).where(eq(identityCase.id, caseId));
}

/** Whether an account was linked to the record since then. */
export async function isLinkedSince(tx: Tx, personId: string, since: Date): Promise<boolean> {
  const [row] = await tx.execute<{ linked: boolean }>(sql`
    select exists (select from claim where person_id = ${personId} and linked_at >= ${since.toISOString()}::timestamptz) as linked`);
  return row?.linked ?? false;
}

/** Drafts that accounts began after their link had moved along go back with it. */
export async function moveDrafts(tx: Tx, { from, to, claims }: { readonly from: string; readonly to: string; readonly claims: readonly string[] }): Promise<void> {
  await tx.execute(sql`
    update application set person_id = ${to} where person_id = ${from} and submitted_at is null and closed_at is null
      and certificate_id is null and account_id in (select account_id from claim where id = any(${uuids(claims)}) and ended_at is null)`);
}
