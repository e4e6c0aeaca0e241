import type { Tx } from '@/db/transact';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import type { ApplicationFacts, ApplicationRecord, ApplicationStatus } from './model';
import { statusOf } from './status';
import { findDecision, saveApplication } from './store';

export { findApplication, findDecision, findSubmission, lockApplicationById, insertDecision, insertSubmission, saveApplication, answersOf } from './store';

export type MoneyFacts = Pick<ApplicationFacts, 'owedNow' | 'isConfirming'>;

/**
 * Computes the status again from the facts and keeps it with the row, in the transaction that changed a fact. Joins the
 * queue, dated today, the first time that nothing is owed for it.
 */
export async function refreshStatus(
  tx: Tx,
  record: ApplicationRecord,
  money: MoneyFacts,
  now: Date,
  changed: {
    readonly submittedAt?: Date;
    readonly isIssued?: boolean;
    readonly withdrawnAt?: Date;
    /** The day it joins the queue, where that is not today: mail counts from its date stamp. */
    readonly queuedOn?: Day;
  } = {},
): Promise<ApplicationStatus> {
  const decided = await findDecision(tx, record.id);
  const facts: ApplicationFacts = {
    ...money,
    submittedAt: changed.submittedAt ?? record.submittedAt,
    withdrawnAt: changed.withdrawnAt ?? (record.status === 'withdrawn' ? record.closedAt : null),
    decision: decided?.outcome ?? null,
    isIssued: changed.isIssued ?? record.status === 'issued',
    papersOwed: 0,
    papersArrived: 0,
  };
  const status = statusOf(facts);
  const isQueued = record.queuedOn === null && facts.submittedAt !== null && money.owedNow === 0 && !money.isConfirming;
  const isOver = status === 'issued' || status === 'denied' || status === 'withdrawn';
  await saveApplication(tx, record.id, {
    status,
    updatedAt: now,
    ...(changed.submittedAt && { submittedAt: changed.submittedAt }),
    ...(isQueued && { queuedOn: changed.queuedOn ?? dayInConnecticut(now) }),
    ...(isOver && !record.closedAt && { closedAt: now }),
  });
  return status;
}
