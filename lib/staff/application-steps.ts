import { and, eq, isNull, sql } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import type { Tx } from '@/db/transact';
import { saveApplication } from '@/lib/applications/steps';
import type { AuditEvent } from '@/lib/audit/model';
import { err, ok, type Result } from '@/lib/shared/result';

/** Open applications that were filed while their record was looked for are of that record now. Returns their ids. */
export async function attachApplications(tx: Tx, accountId: string, personId: string): Promise<string[]> {
  const mine = and(eq(application.accountId, accountId), isNull(application.personId), isNull(application.closedAt));
  const rows = await tx.update(application).set({ personId }).where(mine).returning({ id: application.id });
  return rows.map((row) => row.id);
}

type Move = { readonly accountId: string; readonly from: string; readonly to: string | null };

/**
 * Takes the open applications of an account off a record that is not theirs. Drafts about a certificate of that record are
 * given up; one that is submitted has to be decided first.
 */
export async function moveApplications(tx: Tx, { accountId, from, to }: Move, now: Date): Promise<Result<AuditEvent[], 'application_open'>> {
  const open = await tx
    .select()
    .from(application)
    .where(and(eq(application.accountId, accountId), eq(application.personId, from), isNull(application.closedAt)))
    .for('update');
  if (open.some((one) => one.certificateId !== null && one.submittedAt !== null)) return err('application_open');
  const events: AuditEvent[] = [];
  for (const { id, certificateId } of open) {
    const isGivenUp = certificateId !== null;
    await saveApplication(tx, id, isGivenUp ? { status: 'withdrawn', closedAt: now, updatedAt: now } : { personId: to });
    if (isGivenUp) events.push({ type: 'application_withdrawn', subject: { kind: 'application', id } });
  }
  return ok(events);
}

export type Since = 'application_since' | 'application_approved' | 'certificate_since';

/** What was built on a record by this account since then, so that it cannot simply be taken away. */
export async function builtSince(
  tx: Tx,
  { accountId, personId }: { readonly accountId: string | null; readonly personId: string },
  since: Date,
): Promise<Since | undefined> {
  const at = sql`${since.toISOString()}::timestamptz`;
  const mine = sql`a.person_id = ${personId} and (${accountId}::uuid is null or a.account_id = ${accountId}::uuid)`;
  const [row] = await tx.execute<Record<Since, boolean>>(sql`select
    exists (select from application a where ${mine} and a.submitted_at >= ${at}) as application_since,
    exists (select from decision d join application a on a.id = d.application_id
      where ${mine} and d.outcome = 'approved' and d.decided_at >= ${at}) as application_approved,
    exists (select from certificate c where c.person_id = ${personId} and c.source = 'issued' and c.created_at >= ${at}) as certificate_since`);
  return (['application_since', 'application_approved', 'certificate_since'] as const).find((one) => row?.[one]);
}
