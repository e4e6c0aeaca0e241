import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import type { MoveRefusal } from './account-move-model';
import { undoAccountMove } from './account-move-steps';
import { undoNames, undoSecret } from './correction-steps';
import { needsTwo } from './decision-rules';
import { caseEvent, forIdentity, personEvent, reopenCase, tell } from './decision-steps';
import { isAboutThemselves, lockCase, lockDecision, saveDecision, type CaseRow, type DecisionRow } from './identity-store';
import { undoMerge } from './merge-steps';
import { canApproveIdentity, canReviewIdentity } from './policy';
import { undoRelink } from './relink-steps';
import { undoConfirm, undoLink, undoNew, type Undone, type UndoRefusal } from './undo-steps';

export type UndoDecisionError = UndoRefusal | Extract<MoveRefusal, 'address_taken'> | 'not_allowed' | 'not_found' | 'not_done' | 'undone_already' | 'cannot_be_undone' | 'own_record';

/** Takes a decision back: everything is as it was, and whoever waited waits again, with a new date. */
export async function undoDecision(ctx: Ctx<Staff>, input: { readonly id: string }): Promise<Result<void, UndoDecisionError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const decision = await lockDecision(tx, input.id);
    if (!decision) return err('not_found');
    if (needsTwo(decision.kind) && !canApproveIdentity(ctx.actor)) return err('not_allowed');
    if (!decision.doneAt) return err('not_done');
    if (decision.undoneAt) return err('undone_already');
    if (await isTheirOwn(tx, ctx, decision)) return err('own_record');
    const found = decision.caseId ? await lockCase(tx, { id: decision.caseId }) : undefined;
    const undone = await takeBack(tx, ctx, decision);
    if (!undone.ok) return undone;
    await saveDecision(tx, decision.id, { undoneAt: ctx.now, undoneBy: ctx.actor.accountId });
    const reopened = await waitAgain(tx, found, decision, ctx.now);
    const people = [decision.personId, decision.otherPersonId].filter((id) => id !== null);
    await recordAudit(
      tx,
      forIdentity(ctx),
      ...undone.value,
      ...people.map((id) => personEvent('identity_decision_undone', id, { kind: decision.kind })),
      ...(found && reopened ? [caseEvent('identity_decision_undone', found, { kind: decision.kind })] : []),
    );
    return ok();
  });
}

function isTheirOwn(tx: Tx, ctx: Ctx<Staff>, { accountId, personId, otherPersonId }: DecisionRow): Promise<boolean> {
  const personIds = [personId, otherPersonId].filter((id) => id !== null);
  return isAboutThemselves(tx, ctx.actor.accountId, { personIds, accountIds: accountId ? [accountId] : [], emailKeys: [] });
}

async function takeBack(tx: Tx, ctx: Ctx<Staff>, decision: DecisionRow): Promise<Undone | Result<never, 'cannot_be_undone' | 'address_taken'>> {
  switch (decision.kind) {
    case 'link':
      return undoLink(tx, decision, ctx.now);
    case 'new':
      return undoNew(tx, decision, ctx.now);
    case 'answer':
    case 'reject':
      return ok([]);
    case 'confirm':
      return undoConfirm(tx, decision, ctx.now);
    case 'merge':
      return undoMerge(tx, decision, ctx.now);
    case 'relink':
      return undoRelink(tx, ctx, decision);
    case 'correct_name':
      return undoNames(tx, decision);
    case 'correct_ssn':
    case 'correct_birth_date':
      return undoSecret(tx, decision);
    case 'move_account':
      return undoAccountMove(tx, decision, ctx.now);
    default:
      return err('cannot_be_undone');
  }
}

/** The case that this decision closed is open again; one that went on since stays as it is. */
async function waitAgain(tx: Tx, found: CaseRow | undefined, { id: decisionId, kind }: DecisionRow, now: Date): Promise<boolean> {
  if (!found?.closedAt || found.resolution !== kind) return false;
  await reopenCase(tx, found.id, now);
  if (found.accountId) await tell(tx, 'identity_reopened', { accountId: found.accountId }, { decisionId, caseId: found.id, now });
  return true;
}
