import { and, eq, notInArray, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { registration } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Secret } from '@/lib/shared/secret';
import type { MatchReason } from './matching';
import type { AnswerInput, RegisterInput } from './model';
import { sealTyped, unsealTyped } from './sealed-record';

/** One registration of an account at a time. */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for('update');
}

/** Whether it was decided who this account belongs to, or a person is deciding it. */
export async function isRegistered(tx: Tx, accountId: string): Promise<boolean> {
  const isDecided = notInArray(registration.outcome, ['asked', 'retyped']);
  const [row] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.accountId, accountId), isDecided))
    .limit(1);
  return row !== undefined;
}

const isAsked = (accountId: string) => and(eq(registration.accountId, accountId), eq(registration.outcome, 'asked'));

/** The SSNs that this account has typed so far. */
export async function typedSsns(tx: Tx, accountId: string): Promise<Secret[]> {
  const rows = await tx.select().from(registration).where(eq(registration.accountId, accountId));
  return rows.map((row) => unsealTyped(row).ssn);
}

/** What was typed before is put aside. */
export async function retype(tx: Tx, accountId: string): Promise<void> {
  await tx.update(registration).set({ outcome: 'retyped' }).where(isAsked(accountId));
}

export async function findAsked(tx: Tx, accountId: string): Promise<typeof registration.$inferSelect | undefined> {
  const [row] = await tx.select().from(registration).where(isAsked(accountId));
  return row;
}

export async function keepAnswer(
  tx: Tx,
  id: string,
  { everHeld, previousFirstName, previousLastName, ein, certificateNumber, ...settled }: AnswerInput & Decided,
  now: Date,
): Promise<void> {
  const said = { everHeld, previousFirstName, previousLastName, typedEin: ein, typedCertificate: certificateNumber };
  const decided = { outcome: settled.outcome, reasons: [...settled.reasons], answeredAt: now };
  await tx.update(registration).set({ ...said, ...decided }).where(eq(registration.id, id));
}

type Decided = { readonly outcome: 'link' | 'review' | 'new'; readonly reasons: readonly string[] };

/** Whose EIN or certificate number this is: one id, or none. */
export async function personOfNumber(
  tx: Tx,
  { ein, certificateNumber }: Pick<AnswerInput, 'ein' | 'certificateNumber'>,
): Promise<string | undefined> {
  if (ein === undefined && certificateNumber === undefined) return undefined;
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select person_of_number(${ein ?? null}::text, ${certificateNumber ?? null}::text) as id`,
  );
  return row?.id ?? undefined;
}

export async function insertRegistration(
  tx: Tx,
  values: {
    readonly id: string;
    readonly accountId: string;
    readonly typed: RegisterInput;
    readonly outcome: 'link' | 'asked';
    readonly reasons: readonly MatchReason[];
  },
  now: Date,
): Promise<void> {
  const { id, accountId, typed, outcome, reasons } = values;
  const sealed = sealTyped(typed, id);
  const { firstName, lastName, email } = typed;
  const row = { id, accountId, firstName, lastName, email, ...sealed, outcome, reasons: [...reasons], registeredAt: now };
  await tx.insert(registration).values(row);
}
