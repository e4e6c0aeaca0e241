import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { application, applicationAnswer, applicationTrace, decision, submission } from '@/db/schema/applications';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import type { Answers } from './answers-model';
import type { ApplicationRecord, ApplicationStatus } from './model';

export type ApplicationRow = typeof application.$inferSelect;

export async function findApplication(tx: Tx, reference: string, lock?: 'lock'): Promise<ApplicationRecord | undefined> {
  const query = tx.select().from(application).where(eq(application.reference, reference));
  const [row] = lock ? await query.for('update') : await query;
  return row && asRecord(row);
}

export async function lockApplicationById(tx: Tx, id: string): Promise<ApplicationRecord | undefined> {
  const [row] = await tx.select().from(application).where(eq(application.id, id)).for('update');
  return row && asRecord(row);
}

export async function applicationsOfAccount(tx: Tx, accountId: string): Promise<ApplicationRecord[]> {
  const rows = await tx
    .select()
    .from(application)
    .where(eq(application.accountId, accountId))
    .orderBy(desc(application.startedAt))
    .limit(50);
  return rows.map(asRecord);
}

export async function findOpenApplication(
  tx: Tx,
  thing: { readonly accountId: string; readonly kind: string; readonly certificateId: string | null },
): Promise<ApplicationRecord | undefined> {
  const sameCertificate = thing.certificateId
    ? eq(application.certificateId, thing.certificateId)
    : isNull(application.certificateId);
  const [row] = await tx
    .select()
    .from(application)
    .where(
      and(
        eq(application.accountId, thing.accountId),
        eq(application.kind, thing.kind),
        sameCertificate,
        isNull(application.closedAt),
      ),
    );
  return row && asRecord(row);
}

/** `false` where another tab started the same thing first: the partial unique index decides. */
export async function insertApplication(tx: Tx, row: typeof application.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(application).values(row).onConflictDoNothing();
  return inserted.count === 1;
}

export async function saveApplication(tx: Tx, id: string, values: Partial<ApplicationRow>): Promise<void> {
  await tx.update(application).set(values).where(eq(application.id, id));
}

export async function answersOf(tx: Tx, applicationId: string): Promise<Answers> {
  const rows = await tx.select().from(applicationAnswer).where(eq(applicationAnswer.applicationId, applicationId));
  return Object.fromEntries(rows.map((row) => [row.step, row.answers]));
}

export async function saveAnswers(
  tx: Tx,
  saved: { readonly applicationId: string; readonly step: string; readonly answers: Record<string, unknown> },
  now: Date,
): Promise<void> {
  await tx
    .insert(applicationAnswer)
    .values({ ...saved, savedAt: now })
    .onConflictDoUpdate({
      target: [applicationAnswer.applicationId, applicationAnswer.step],
      set: { answers: sql`excluded.answers`, savedAt: sql`excluded.saved_at` },
    });
}

export async function insertSubmission(tx: Tx, row: typeof submission.$inferInsert): Promise<void> {
  await tx.insert(submission).values(row);
}

export async function findSubmission(tx: Tx, applicationId: string): Promise<typeof submission.$inferSelect | undefined> {
  const [row] = await tx.select().from(submission).where(eq(submission.applicationId, applicationId));
  return row;
}

export async function findDecision(tx: Tx, applicationId: string): Promise<typeof decision.$inferSelect | undefined> {
  const [row] = await tx.select().from(decision).where(eq(decision.applicationId, applicationId));
  return row;
}

export async function insertDecision(tx: Tx, row: typeof decision.$inferInsert): Promise<void> {
  await tx.insert(decision).values(row);
}

export type Trace = Pick<typeof applicationTrace.$inferInsert, 'applicationId' | 'moment' | 'ruleVersion' | 'facts' | 'answer'>;

/** Keeps from which facts the rules gave which answer. */
export async function noteTrace(tx: Tx, trace: Trace, now: Date): Promise<void> {
  await tx.insert(applicationTrace).values({ ...trace, madeAt: now });
}

/** The latest first. */
export async function tracesOf(tx: Tx, applicationId: string): Promise<(typeof applicationTrace.$inferSelect)[]> {
  return tx.select().from(applicationTrace).where(eq(applicationTrace.applicationId, applicationId)).orderBy(desc(applicationTrace.madeAt));
}

function asRecord(row: ApplicationRow): ApplicationRecord {
  return { ...row, status: row.status as ApplicationStatus, queuedOn: row.queuedOn as Day | null };
}
