import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import {
  attemptObligation,
  instrument,
  ledgerEntry,
  ledgerTransaction,
  obligation,
  paymentAttempt,
  receipt,
  receiptCounter,
  remittanceSlip,
} from '@/db/schema/payments';
import type { Tx } from '@/db/transact';
import { cents, type Cents } from '@/lib/shared/money';
import type { AttemptState, Obligation } from './model';
import type { Share } from './rules';

export type AttemptRow = typeof paymentAttempt.$inferSelect;
export type SlipRow = typeof remittanceSlip.$inferSelect;

/** The obligations of an application and what is open of each. `lock` holds them until commit: nobody else may pay meanwhile. */
export async function obligationsOf(tx: Tx, applicationId: string, lock?: 'lock'): Promise<Obligation[]> {
  const query = tx.select().from(obligation).where(eq(obligation.applicationId, applicationId)).orderBy(asc(obligation.id));
  const rows = lock ? await query.for('update') : await query;
  const paid = await paidByObligation(tx, rows.map((row) => row.id));
  return rows
    .map((row) => ({
      id: row.id,
      code: row.code,
      feeCode: row.feeCode,
      cents: cents(row.cents),
      openCents: cents(row.cents - (paid.get(row.id) ?? 0)),
      dueWhen: row.dueWhen,
      isDue: row.dueFrom !== null,
      refundable: row.refundable,
    }))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue) || Number(a.refundable) - Number(b.refundable));
}

async function paidByObligation(tx: Tx, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: ledgerEntry.obligationId, paid: sql<number>`-sum(${ledgerEntry.cents})::int` })
    .from(ledgerEntry)
    .innerJoin(ledgerTransaction, eq(ledgerTransaction.id, ledgerEntry.transactionId))
    .where(and(inArray(ledgerEntry.obligationId, ids), eq(ledgerEntry.account, 'receivable'), sql`${ledgerTransaction.kind} <> 'obligation_frozen'`))
    .groupBy(ledgerEntry.obligationId);
  return new Map(rows.map((row) => [row.id ?? '', row.paid]));
}

export async function insertObligations(tx: Tx, rows: (typeof obligation.$inferInsert)[]): Promise<{ id: string; cents: number }[]> {
  if (rows.length === 0) return [];
  return tx.insert(obligation).values(rows).returning({ id: obligation.id, cents: obligation.cents });
}

export async function insertAttempt(tx: Tx, row: typeof paymentAttempt.$inferInsert, shares: readonly Share[]): Promise<void> {
  await tx.insert(paymentAttempt).values(row);
  const attemptId = row.id;
  if (!attemptId) throw new Error('An attempt needs its id beforehand');
  await tx.insert(attemptObligation).values(shares.map((share) => ({ attemptId, ...share })));
}

export async function findAttempt(tx: Tx, attemptId: string, lock?: 'lock'): Promise<AttemptRow | undefined> {
  const query = tx.select().from(paymentAttempt).where(eq(paymentAttempt.id, attemptId));
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function attemptsOf(tx: Tx, applicationId: string): Promise<AttemptRow[]> {
  return tx.select().from(paymentAttempt).where(eq(paymentAttempt.applicationId, applicationId)).orderBy(asc(paymentAttempt.createdAt));
}

export async function sharesOfAttempt(tx: Tx, attemptId: string): Promise<Share[]> {
  const rows = await tx.select().from(attemptObligation).where(eq(attemptObligation.attemptId, attemptId));
  return rows.map((row) => ({ obligationId: row.obligationId, cents: cents(row.cents) }));
}

/** Moves an attempt on. The database refuses a step that is not legal. */
export async function saveAttempt(
  tx: Tx,
  attemptId: string,
  values: Partial<AttemptRow> & { state?: AttemptState },
  now: Date,
): Promise<void> {
  await tx.update(paymentAttempt).set({ ...values, updatedAt: now }).where(eq(paymentAttempt.id, attemptId));
}

export async function findLiveSlip(tx: Tx, applicationId: string): Promise<SlipRow | undefined> {
  const [row] = await tx
    .select()
    .from(remittanceSlip)
    .where(and(eq(remittanceSlip.applicationId, applicationId), isNull(remittanceSlip.endedAt)));
  return row;
}

export async function findSlip(tx: Tx, reference: string): Promise<SlipRow | undefined> {
  const [row] = await tx.select().from(remittanceSlip).where(eq(remittanceSlip.reference, reference));
  return row;
}

export async function insertSlip(tx: Tx, row: typeof remittanceSlip.$inferInsert): Promise<SlipRow> {
  const [made] = await tx.insert(remittanceSlip).values(row).returning();
  if (!made) throw new Error('A slip was not written');
  return made;
}

export async function endSlip(tx: Tx, slipId: string, now: Date): Promise<void> {
  await tx.update(remittanceSlip).set({ endedAt: now }).where(eq(remittanceSlip.id, slipId));
}

/** `undefined` where this very piece of paper was recorded before. */
export async function insertInstrument(tx: Tx, row: typeof instrument.$inferInsert): Promise<{ id: string } | undefined> {
  try {
    const [made] = await tx.transaction((inner) => inner.insert(instrument).values(row).returning({ id: instrument.id }));
    return made;
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'instrument_serial')) return undefined;
    throw thrown;
  }
}

export type Posting = {
  readonly kind: string;
  readonly sourceKey: string;
  readonly applicationId: string;
  readonly entries: readonly {
    readonly account: (typeof ledgerEntry.$inferInsert)['account'];
    readonly cents: Cents;
    readonly obligationId?: string;
  }[];
};

/** Posts once per source key and returns the transaction's id; `undefined` where this cause was posted already. */
export async function post(tx: Tx, posting: Posting, now: Date, id: string): Promise<string | undefined> {
  const inserted = await tx
    .insert(ledgerTransaction)
    .values({ id, kind: posting.kind, sourceKey: posting.sourceKey, postedAt: now })
    .onConflictDoNothing({ target: ledgerTransaction.sourceKey });
  if (inserted.count === 0) return undefined;
  const { applicationId } = posting;
  await tx.insert(ledgerEntry).values(
    posting.entries.map(({ account, cents: amount, obligationId }) => ({
      transactionId: id,
      account,
      cents: amount,
      obligationId: obligationId ?? null,
      applicationId,
    })),
  );
  return id;
}

/** The next receipt of the gap-free series: its counter stays locked until this transaction ends. */
export async function insertReceipt(tx: Tx, row: Omit<typeof receipt.$inferInsert, 'number'>): Promise<number> {
  const [next] = await tx
    .update(receiptCounter)
    .set({ lastNumber: sql`${receiptCounter.lastNumber} + 1` })
    .where(eq(receiptCounter.id, 1))
    .returning({ number: receiptCounter.lastNumber });
  if (!next) throw new Error('There is no receipt counter');
  await tx.insert(receipt).values({ ...row, number: next.number });
  return next.number;
}
