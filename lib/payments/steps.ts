import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { obligation } from '@/db/schema/payments';
import type { Tx } from '@/db/transact';
import type { MoneyFacts } from '@/lib/applications/steps';
import { cents, sumCents, type Cents } from '@/lib/shared/money';
import type { Obligation } from './model';
import { dueCents, type Share } from './rules';
import { attemptsOf, insertObligations, obligationsOf, post } from './store';

export type NewObligation = Pick<Obligation, 'code' | 'feeCode' | 'cents' | 'dueWhen' | 'refundable'>;

/** Freezes what is owed at the amounts of today and books it as receivable. */
export async function freezeObligations(
  tx: Tx,
  owner: { readonly applicationId: string; readonly accountId: string },
  owed: readonly NewObligation[],
  now: Date,
): Promise<void> {
  const rows = await insertObligations(
    tx,
    owed.map(({ code, feeCode, cents: amount, dueWhen, refundable }) => ({
      ...owner,
      code,
      feeCode,
      cents: amount,
      dueWhen,
      refundable,
      dueFrom: dueWhen === 'at_submission' ? now : null,
      frozenAt: now,
    })),
  );
  if (rows.length === 0) return;
  const { applicationId } = owner;
  const total = sumCents(rows.map((row) => cents(row.cents)));
  await post(
    tx,
    {
      kind: 'obligation_frozen',
      sourceKey: `obligations:${applicationId}`,
      applicationId,
      entries: [
        ...rows.map((row) => ({ account: 'receivable' as const, cents: cents(row.cents), obligationId: row.id })),
        { account: 'fee_revenue', cents: cents(-total) },
      ],
    },
    now,
    randomUUID(),
  );
}

/** What an application's status needs to know of its money. */
export async function moneyFacts(tx: Tx, applicationId: string): Promise<MoneyFacts> {
  const owedNow = dueCents(await obligationsOf(tx, applicationId));
  const attempts = await attemptsOf(tx, applicationId);
  const isConfirming = attempts.some((one) => one.state === 'authorised' || one.state === 'capture_requested');
  return { owedNow, isConfirming };
}

/** Money arriving: into `account`, off the obligations it pays, and the rest unapplied. Posted once per source. */
export async function postPayment(
  tx: Tx,
  payment: {
    readonly kind: 'card_captured' | 'instrument_recorded';
    readonly sourceKey: string;
    readonly applicationId: string;
    readonly into: 'card_clearing' | 'undeposited_instruments';
    readonly shares: readonly Share[];
    readonly rest: Cents;
  },
  now: Date,
): Promise<string | undefined> {
  const { kind, sourceKey, applicationId, into, shares, rest } = payment;
  const total = sumCents([...shares.map((share) => share.cents), rest]);
  const paid = shares.map((share) => ({
    account: 'receivable' as const,
    cents: cents(-share.cents),
    obligationId: share.obligationId,
  }));
  const unapplied = rest > 0 ? [{ account: 'unapplied_credit' as const, cents: cents(-rest) }] : [];
  return post(
    tx,
    { kind, sourceKey, applicationId, entries: [{ account: into, cents: total }, ...paid, ...unapplied] },
    now,
    randomUUID(),
  );
}

/** What waited for the decision falls due now. */
export async function fallDue(tx: Tx, applicationId: string, now: Date): Promise<void> {
  await tx
    .update(obligation)
    .set({ dueFrom: now })
    .where(and(eq(obligation.applicationId, applicationId), isNull(obligation.dueFrom)));
}

/** Whether anything is still to be paid before the certificate may be issued, due or not. */
export async function isPaidInFull(tx: Tx, applicationId: string): Promise<boolean> {
  return (await obligationsOf(tx, applicationId, 'lock')).every((one) => one.openCents <= 0);
}
