import { and, eq, isNull } from 'drizzle-orm';
import { identityDecision } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { lockEducator, moveAccount, moveAccountBack } from '@/lib/accounts/move-steps';
import type { AuditEvent } from '@/lib/audit/model';
import { stageMessage } from '@/lib/mail/steps';
import { emailKey } from '@/lib/shared/email-address';
import { err, must, ok, type Result } from '@/lib/shared/result';
import type { MoveRefusal } from './account-move-model';
import type { DecisionRow } from './identity-store';
import type { Done } from './merge-steps';

export function accountEvent(type: AuditEvent['type'], id: string, details: AuditEvent['details'] = {}): AuditEvent {
  return { type, subject: { kind: 'account', id }, details };
}

/** Whether a move of this account waits for its second person. */
export async function isMoveWaiting(tx: Tx, accountId: string): Promise<boolean> {
  const waits = and(eq(identityDecision.kind, 'move_account'), isNull(identityDecision.doneAt), isNull(identityDecision.withdrawnAt));
  const rows = await tx.select({ id: identityDecision.id }).from(identityDecision).where(and(eq(identityDecision.accountId, accountId), waits));
  return rows.length > 0;
}

type Moved = { readonly done: Done; readonly events: readonly AuditEvent[] };

/**
 * The same account at its new address. Whether mail arrives there is shown by the temporary password that goes to it; the
 * address that was left is told how to object.
 */
export async function applyAccountMove(tx: Tx, decision: DecisionRow, now: Date): Promise<Result<Moved, MoveRefusal>> {
  const { accountId, oldEmail, newEmail } = moveOf(decision);
  const owner = await lockEducator(tx, accountId);
  if (owner?.emailKey !== emailKey(oldEmail)) return err('account_changed');
  const to = { accountId, email: newEmail, verifiedAt: null, because: 'account_moved', occasion: decision.id };
  if (!(await moveAccount(tx, to, now))) return err('address_taken');
  const told = { kind: 'account_moved_by_staff', dedupeKey: `account_moved_by_staff:${decision.id}`, payload: { decisionId: decision.id } };
  await stageMessage(tx, { ...told, to: { address: oldEmail } }, now);
  const undo = { verifiedAt: owner.emailVerifiedAt ? [owner.emailVerifiedAt.toISOString()] : [] };
  return ok({ done: { undo, sealed: null }, events: [accountEvent('account_moved', accountId, { by: 'staff' })] });
}

/** The account is at its old address again, and whoever had it meanwhile is out of it. Both addresses are told. */
export async function undoAccountMove(tx: Tx, decision: DecisionRow, now: Date): Promise<Result<AuditEvent[], 'changed_since' | 'address_taken'>> {
  const { accountId, oldEmail, newEmail } = moveOf(decision);
  const owner = await lockEducator(tx, accountId);
  if (owner?.emailKey !== emailKey(newEmail)) return err('changed_since');
  const [verified] = decision.undo?.verifiedAt ?? [];
  const since = must(decision.doneAt, 'when the account was moved');
  const verifiedAt = verified === undefined ? null : new Date(verified);
  const back = { email: oldEmail, verifiedAt, because: 'move_undone', occasion: `back:${decision.id}`, since };
  if (!(await moveAccountBack(tx, owner, back, now))) return err('address_taken');
  const told = { kind: 'account_moved_back', dedupeKey: `account_moved_back:${decision.id}`, payload: { accountId } };
  await stageMessage(tx, { ...told, to: { address: newEmail } }, now);
  return ok([accountEvent('account_move_undone', accountId, { by: 'staff' })]);
}

function moveOf({ accountId, details: { oldEmail, newEmail } }: DecisionRow) {
  return {
    accountId: must(accountId, 'the account of a move'),
    oldEmail: must(oldEmail, 'the address of a move'),
    newEmail: must(newEmail, 'the new address of a move'),
  };
}
