import type { Tx } from '@/db/transact';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import type { RuleSet } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { paperOf } from '@/lib/rulebook/rules';
import type { ApplicationFacts, ApplicationRecord, ApplicationStatus } from './model';
import { isMet, isOwed, requirementState } from './requirement-rules';
import { requirementsOf, type RequirementRow } from './requirement-store';
import { statusOf } from './status';
import { findDecision, saveApplication } from './store';

export { askFor, lockRequirement, lockRequirementByReference, requirementsOf, saveRequirement, type RequirementRow } from './requirement-store';
export { findApplication, findDecision, findSubmission, lockApplicationById, insertDecision, insertSubmission, noteTrace, saveApplication, answersOf, tracesOf } from './store';

/** Whether every item is accepted or not needed: nothing is approved or issued before. */
export async function isEverythingMet(tx: Tx, applicationId: string): Promise<boolean> {
  return (await requirementsOf(tx, applicationId)).every((row) => isMet(requirementState(row)));
}

export type MoneyFacts = Pick<ApplicationFacts, 'owedNow' | 'isConfirming'>;

/** What just changed, beside the money; everything else is read from the rows. */
export type Changed = {
  readonly submittedAt?: Date;
  readonly isIssued?: boolean;
  /** A reviewer says what is missing. */
  readonly reviewedAt?: Date;
  /** The day it joins the queue, where that is not today: mail counts from its date stamp. */
  readonly queuedOn?: Day | undefined;
};

/**
 * Computes the status again from the facts and keeps it with the row, in the transaction that changed a fact. Joins the
 * queue, dated today or the day of the mail, the first time that nothing is owed for it.
 */
export async function refreshStatus(
  tx: Tx,
  record: ApplicationRecord,
  changed: MoneyFacts & Changed,
  now: Date,
): Promise<ApplicationStatus> {
  const reviewedAt = changed.reviewedAt ?? record.reviewedAt;
  const papers = papersOf(await requirementsOf(tx, record.id), await loadRuleSet(tx), reviewedAt);
  const facts = { ...factsOf(record, changed, await findDecision(tx, record.id)), ...papers, isReviewed: reviewedAt !== null };
  const status = statusOf(facts);
  await saveApplication(tx, record.id, {
    status,
    updatedAt: now,
    submittedAt: facts.submittedAt,
    reviewedAt,
    queuedOn: record.queuedOn ?? (joinsQueue(facts) ? (changed.queuedOn ?? dayInConnecticut(now)) : null),
    closedAt: record.closedAt ?? (endings.includes(status) ? now : null),
  });
  return status;
}

const endings: readonly ApplicationStatus[] = ['issued', 'denied', 'withdrawn'];

type Decided = { readonly outcome: 'approved' | 'denied' } | undefined;

function papersOf(rows: readonly RequirementRow[], ruleSet: RuleSet, reviewedAt: Date | null): PaperCounts {
  const owed = rows.filter((row) => isOwed(requirementState(row), paperOf(ruleSet, row.paper).owedBy));
  const arrived = rows.filter(({ receivedAt }) => receivedAt !== null && (reviewedAt === null || receivedAt > reviewedAt));
  return { papersOwed: owed.length, papersArrived: arrived.length };
}

type PaperCounts = Pick<ApplicationFacts, 'papersOwed' | 'papersArrived'>;
type OtherFacts = Omit<ApplicationFacts, keyof PaperCounts | 'isReviewed'>;

function factsOf(record: ApplicationRecord, changed: MoneyFacts & Changed, decided: Decided): OtherFacts {
  const { owedNow, isConfirming } = changed;
  return {
    owedNow,
    isConfirming,
    submittedAt: changed.submittedAt ?? record.submittedAt,
    withdrawnAt: record.status === 'withdrawn' ? record.closedAt : null,
    decision: decided?.outcome ?? null,
    isIssued: changed.isIssued ?? record.status === 'issued',
  };
}

/** Submitted, with its submission fee in hand (design.md §10, "When mail counts"). */
function joinsQueue({ submittedAt, owedNow, isConfirming }: OtherFacts): boolean {
  return submittedAt !== null && owedNow === 0 && !isConfirming;
}
