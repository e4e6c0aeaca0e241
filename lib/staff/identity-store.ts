import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { claim, identityCase, identityDecision, person, registration } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';

export type CaseRow = typeof identityCase.$inferSelect;
export type DecisionRow = typeof identityDecision.$inferSelect;
export type ClaimRow = typeof claim.$inferSelect;
export type PersonRow = typeof person.$inferSelect;

export async function lockCase(tx: Tx, by: { readonly reference: string } | { readonly id: string }): Promise<CaseRow | undefined> {
  const wanted = 'id' in by ? eq(identityCase.id, by.id) : eq(identityCase.reference, by.reference);
  const [row] = await tx.select().from(identityCase).where(wanted).for('update');
  return row;
}

export async function saveCase(tx: Tx, id: string, values: Partial<CaseRow>): Promise<void> {
  await tx.update(identityCase).set(values).where(eq(identityCase.id, id));
}

export async function findRegistration(tx: Tx, id: string | null): Promise<typeof registration.$inferSelect | undefined> {
  if (id === null) return undefined;
  const [row] = await tx.select().from(registration).where(eq(registration.id, id));
  return row;
}

/** Held, so that an account is linked by one of two who decide at once. */
export async function lockAccount(tx: Tx, id: string): Promise<typeof account.$inferSelect | undefined> {
  const [row] = await tx.select().from(account).where(eq(account.id, id)).for('update');
  return row;
}

export async function lockPerson(tx: Tx, by: { readonly ein: string } | { readonly id: string }): Promise<PersonRow | undefined> {
  const wanted = 'id' in by ? eq(person.id, by.id) : eq(person.ein, by.ein);
  const [row] = await tx.select().from(person).where(wanted).for('update');
  return row;
}

/** In the order of their ids, whichever was named first: two merges of the same two wait for each other and do not deadlock. */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  const rows: PersonRow[] = [];
  for (const id of ids.toSorted()) {
    const row = await lockPerson(tx, { id });
    if (row) rows.push(row);
  }
  return rows;
}

export async function findPersonByEin(tx: Tx, ein: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.ein, ein));
  return row;
}

export async function findPersonById(tx: Tx, id: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(person).where(eq(person.id, id));
  return row;
}

export async function lockLiveClaim(
  tx: Tx,
  of: { readonly accountId: string } | { readonly personId: string },
): Promise<ClaimRow | undefined> {
  const wanted = 'accountId' in of ? eq(claim.accountId, of.accountId) : eq(claim.personId, of.personId);
  const [row] = await tx.select().from(claim).where(and(wanted, isNull(claim.endedAt))).for('update');
  return row;
}

export async function lockClaim(tx: Tx, id: string): Promise<ClaimRow | undefined> {
  const [row] = await tx.select().from(claim).where(eq(claim.id, id)).for('update');
  return row;
}

export async function saveClaim(tx: Tx, id: string, values: Partial<ClaimRow>): Promise<void> {
  await tx.update(claim).set(values).where(eq(claim.id, id));
}

export async function insertDecision(tx: Tx, values: typeof identityDecision.$inferInsert): Promise<void> {
  await tx.insert(identityDecision).values(values);
}

export async function lockDecision(tx: Tx, id: string): Promise<DecisionRow | undefined> {
  const [row] = await tx.select().from(identityDecision).where(eq(identityDecision.id, id)).for('update');
  return row;
}

export async function saveDecision(tx: Tx, id: string, values: Partial<DecisionRow>): Promise<void> {
  await tx.update(identityDecision).set(values).where(eq(identityDecision.id, id));
}

/** Whether a proposal about one of these records waits for its second person. */
export async function isProposalWaiting(tx: Tx, personIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.execute<{ waits: boolean }>(sql`
    select exists (select from identity_decision where done_at is null and withdrawn_at is null
      and (person_id = any(${uuids(personIds)}) or other_person_id = any(${uuids(personIds)}))) as waits`);
  return row?.waits ?? false;
}

/** Whether something about one of these records was decided later, and stands. */
export async function isDecidedSince(tx: Tx, { id, doneAt }: DecisionRow, personIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.execute<{ decided: boolean }>(sql`
    select exists (select from identity_decision where done_at >= ${doneAt?.toISOString() ?? null}::timestamptz and undone_at is null and id <> ${id}
      and (person_id = any(${uuids(personIds)}) or other_person_id = any(${uuids(personIds)}))) as decided`);
  return row?.decided ?? false;
}

export type Involved = {
  readonly accountIds: readonly string[];
  readonly personIds: readonly string[];
  readonly emailKeys: readonly string[];
};

/** Whether it is about this member of the staff: their account, or their email address on an account, a record or a form. */
export async function isAboutThemselves(tx: Tx, staffId: string, { accountIds, personIds, emailKeys }: Involved): Promise<boolean> {
  const [row] = await tx.execute<{ own: boolean }>(sql`
    select exists (select from account me where me.id = ${staffId} and (
      me.id = any(${uuids(accountIds)}) or me.email_key = any(${texts(emailKeys)})
      or me.email_key in (select a.email_key from account a where a.id = any(${uuids(accountIds)}))
      or me.email_key in (select c.email_key from person_contact c where c.person_id = any(${uuids(personIds)}))
      or me.email_key in (select a.email_key from claim c join account a on a.id = c.account_id
        where c.person_id = any(${uuids(personIds)}) and c.ended_at is null))) as own`);
  return row?.own ?? false;
}

export function uuids(ids: readonly string[]) {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

// As JSON, because an address may hold any sign that an array would need escaped.
function texts(values: readonly string[]) {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** What somebody typed last at Register. */
export async function findLatestRegistrationId(tx: Tx, accountId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.accountId, accountId))
    .orderBy(desc(registration.registeredAt))
    .limit(1);
  return row?.id ?? null;
}
