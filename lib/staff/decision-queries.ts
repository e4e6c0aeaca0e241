import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { account } from '@/db/schema/accounts';
import { identityCase, identityDecision, person } from '@/db/schema/identity';
import { read } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { needsTwo, type DecisionKind } from './decision-rules';
import { mergeFields, type MergeChoices, type MergeField } from './merge-rules';
import { canApproveIdentity, canRevealProposal, canReviewIdentity } from './policy';
import { unsealKept } from './sealed-decision';

type NamedRecord = { readonly id: string; readonly ein: string; readonly name: string };
type By = { readonly name: string; readonly at: Date };

/** A decision or a proposal, as staff read it. Values that were chosen or replaced are not in it. */
export type DecisionView = {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly caseReference: string | null;
  readonly reason: string;
  /** The record it is about; at a merge the one that stays. */
  readonly record: NamedRecord | null;
  /** At a merge the one that goes, at a relink the one the account was linked to. */
  readonly otherRecord: NamedRecord | null;
  /** At a merge: what comes from the record that goes. */
  readonly fromOther: readonly MergeField[];
  /** The last four digits of an SSN that is proposed. */
  readonly proposedSsn: string | null;
  readonly account: string | null;
  /** Where an account is moved from and to. */
  readonly move: { readonly from: string; readonly to: string } | null;
  readonly proposed: By;
  readonly isMine: boolean;
  readonly approvedBy: string | null;
  readonly doneAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly undone: By | null;
  /** By whoever looks, as far as roles go. */
  readonly mayApprove: boolean;
  readonly mayWithdraw: boolean;
  readonly mayUndo: boolean;
  /** What it would put on record, beside what is there. */
  readonly mayReveal: boolean;
};

const most = 100;
const nameOf = (of: { firstName: AnyPgColumn; lastName: AnyPgColumn }) =>
  sql<string | null>`${of.firstName} || ' ' || ${of.lastName}`;

const proposer = alias(account, 'proposer');
const approver = alias(account, 'approver');
const undoer = alias(account, 'undoer');
const owner = alias(account, 'owner');
const record = alias(person, 'record');
const other = alias(person, 'other');

async function find(ctx: Ctx<Staff>, where: ReturnType<typeof and>, newestFirst: boolean): Promise<DecisionView[]> {
  if (!canReviewIdentity(ctx.actor)) return [];
  const order = newestFirst ? desc(identityDecision.proposedAt) : asc(identityDecision.proposedAt);
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({
        decision: identityDecision,
        caseReference: identityCase.reference,
        ...{ proposer: nameOf(proposer), approver: nameOf(approver), undoer: nameOf(undoer), owner: nameOf(owner) },
        ...{ ein: record.ein, name: nameOf(record), otherEin: other.ein, otherName: nameOf(other) },
      })
      .from(identityDecision)
      .innerJoin(proposer, eq(proposer.id, identityDecision.proposedBy))
      .leftJoin(approver, eq(approver.id, identityDecision.approvedBy))
      .leftJoin(undoer, eq(undoer.id, identityDecision.undoneBy))
      .leftJoin(owner, eq(owner.id, identityDecision.accountId))
      .leftJoin(record, eq(record.id, identityDecision.personId))
      .leftJoin(other, eq(other.id, identityDecision.otherPersonId))
      .leftJoin(identityCase, eq(identityCase.id, identityDecision.caseId))
      .where(where)
      .orderBy(order, asc(identityDecision.id))
      .limit(most),
  );
  return rows.map((row) => asView(ctx, row));
}

type Row = {
  readonly decision: typeof identityDecision.$inferSelect;
  readonly caseReference: string | null;
} & Readonly<Record<'proposer' | 'approver' | 'undoer' | 'owner' | 'ein' | 'name' | 'otherEin' | 'otherName', string | null>>;

function asView(ctx: Ctx<Staff>, row: Row): DecisionView {
  const { decision } = row;
  const { id, kind, reason, doneAt, withdrawnAt, undoneAt, proposedAt } = decision;
  return {
    ...{ id, kind, reason, doneAt, withdrawnAt },
    caseReference: row.caseReference,
    record: recordOf(decision.personId, row.ein, row.name),
    otherRecord: recordOf(decision.otherPersonId, row.otherEin, row.otherName),
    fromOther: kind === 'merge' ? fromOther(decision.details as MergeChoices) : [],
    proposedSsn: proposedSsn(decision),
    account: row.owner,
    move: kind === 'move_account' ? { from: decision.details.oldEmail ?? '', to: decision.details.newEmail ?? '' } : null,
    proposed: { name: must(row.proposer, 'who proposed'), at: proposedAt },
    approvedBy: row.approver,
    undone: undoneAt && { name: must(row.undoer, 'who undid'), at: undoneAt },
    ...mayOf(ctx, decision),
  };
}

function recordOf(id: string | null, ein: string | null, name: string | null): NamedRecord | null {
  return id && ein && name ? { id, ein, name } : null;
}

function mayOf({ actor }: Ctx<Staff>, { kind, proposedBy, doneAt, withdrawnAt, undoneAt }: Row['decision']) {
  const isMine = proposedBy === actor.accountId;
  const isWaiting = doneAt === null && withdrawnAt === null;
  const isStanding = doneAt !== null && undoneAt === null;
  const approves = canApproveIdentity(actor);
  const mayApprove = isWaiting && !isMine && approves;
  return {
    isMine,
    mayApprove,
    mayReveal: mayApprove && canRevealProposal(actor) && (kind === 'correct_ssn' || kind === 'correct_birth_date'),
    mayWithdraw: isWaiting && (isMine || approves),
    mayUndo: isStanding && (!needsTwo(kind) || approves),
  };
}

// Whoever approves has to know which number. Carried out, the one it replaced is kept in its place.
function proposedSsn({ id, kind, sealed, doneAt }: Row['decision']): string | null {
  if (kind !== 'correct_ssn' || !sealed || doneAt) return null;
  return `•••-••-${must(unsealKept(sealed, id).ssn, 'the SSN proposed').reveal().slice(-4)}`;
}

function fromOther(choices: MergeChoices): MergeField[] {
  return (Object.keys(mergeFields) as MergeField[]).filter((field) => choices[field] === 'goes');
}

/** What was decided and proposed in a case, the latest first. */
export function findDecisionsOfCase(ctx: Ctx<Staff>, reference: string): Promise<DecisionView[]> {
  return find(ctx, eq(identityCase.reference, reference), true);
}

/** What waits for a second person, the oldest first. */
export function findProposals(ctx: Ctx<Staff>): Promise<DecisionView[]> {
  return find(ctx, and(isNull(identityDecision.doneAt), isNull(identityDecision.withdrawnAt)), false);
}

/** One of these. */
export async function findProposal(ctx: Ctx<Staff>, id: string): Promise<DecisionView | undefined> {
  return (await find(ctx, and(eq(identityDecision.id, id), isNull(identityDecision.doneAt), isNull(identityDecision.withdrawnAt)), false))[0];
}
