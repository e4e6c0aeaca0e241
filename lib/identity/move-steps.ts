import { and, eq, isNull, sql } from 'drizzle-orm';
import { claim, identityCase, person } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { findNamedAccount } from '@/lib/accounts/move-steps';
import { emailKey } from '@/lib/shared/email-address';

/** By EIN where only digits were typed, else by username or email address. */
export async function findAccountNamed(tx: Tx, typed: string): Promise<string | undefined> {
  const digits = typed.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return (await findNamedAccount(tx, typed))?.id;
  const [row] = await tx
    .select({ accountId: claim.accountId })
    .from(claim)
    .innerJoin(person, eq(person.id, claim.personId))
    .where(and(eq(person.ein, digits), isNull(claim.endedAt)));
  return row?.accountId;
}

/** Which account somebody meant who can no longer read its mail. */
export async function findAccountOfCase(tx: Tx, { username, oldEmail }: Readonly<Record<string, string>>): Promise<string | undefined> {
  const named = username === undefined ? undefined : await findAccountNamed(tx, username);
  return named ?? (oldEmail === undefined ? undefined : findAccountNamed(tx, oldEmail));
}

const openCasesFor = (newEmail: string) =>
  and(
    eq(identityCase.kind, 'lost_email'),
    isNull(identityCase.accountId),
    isNull(identityCase.closedAt),
    sql`lower(${identityCase.details}->>'newEmail') = ${emailKey(newEmail)}`,
  );

/** Held before the account, as staff hold them who decide one at the same moment. */
export async function lockCasesOfMove(tx: Tx, newEmail: string): Promise<void> {
  await tx.select({ id: identityCase.id }).from(identityCase).where(openCasesFor(newEmail)).for('update');
}

/** The account is at the address that these cases asked for: there is nothing left for a person to do. */
export async function closeCasesOfMove(tx: Tx, moved: { accountId: string; newEmail: string }, now: Date) {
  return tx
    .update(identityCase)
    .set({ accountId: moved.accountId, closedAt: now, resolution: 'moved_by_codes' })
    .where(openCasesFor(moved.newEmail))
    .returning({ id: identityCase.id, reference: identityCase.reference });
}
