import { and, asc, eq, sql } from 'drizzle-orm';
import { insertMany } from '@/db/many-rows';
import { nextReference } from '@/db/references';
import { requirement } from '@/db/schema/applications';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';

export type RequirementRow = typeof requirement.$inferSelect;
export type NewRequirement = {
  readonly applicationId: string;
  readonly paper: string;
  readonly about: string;
  readonly askedBy?: string;
  readonly dueOn?: Day | undefined;
};

/** What is owed on an application, in the order in which it was asked. */
export async function requirementsOf(tx: Tx, applicationId: string): Promise<RequirementRow[]> {
  return tx
    .select()
    .from(requirement)
    .where(eq(requirement.applicationId, applicationId))
    .orderBy(asc(requirement.askedAt), asc(requirement.id));
}

/** An item of this application, locked until the transaction ends; of another it is not found. */
export async function lockRequirement(tx: Tx, applicationId: string, id: string): Promise<RequirementRow | undefined> {
  const [row] = await tx
    .select()
    .from(requirement)
    .where(and(eq(requirement.applicationId, applicationId), eq(requirement.id, id)))
    .for('update');
  return row;
}

/** An item by the reference on its cover sheet, locked until the transaction ends; of another application it is not found. */
export async function lockRequirementByReference(tx: Tx, applicationId: string, reference: string): Promise<RequirementRow | undefined> {
  const [row] = await tx
    .select()
    .from(requirement)
    .where(and(eq(requirement.applicationId, applicationId), eq(requirement.reference, reference)))
    .for('update');
  return row;
}

/** Asks for papers; what is asked for already is left as it stands. Returns how many were new. */
export async function askFor(tx: Tx, asked: readonly NewRequirement[], now: Date): Promise<number> {
  if (asked.length === 0) return 0;
  // Only the columns that are named: an educator's submission may write no others.
  const rows: object[] = [];
  for (const one of asked) rows.push({ ...one, reference: await nextReference(tx, 'D'), askedAt: now });
  return (await tx.execute(sql`${insertMany(requirement, rows)} on conflict (application_id, paper, about) do nothing returning id`)).length;
}

export async function saveRequirement(tx: Tx, id: string, values: Partial<RequirementRow>): Promise<void> {
  await tx.update(requirement).set(values).where(eq(requirement.id, id));
}
