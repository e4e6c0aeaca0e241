import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { takeChangesBack } from '@/lib/identity/change-steps';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { builtSince, moveApplications, type Since } from './application-steps';
import { isDecidedSince, lockAccount, lockClaim, lockPerson, saveClaim, type DecisionRow } from './identity-store';
import { letGoOfSsn, retireKeys, saveEmailKey } from './record-store';

export type UndoRefusal = Since | 'decided_since' | 'changed_since' | 'application_open';
/** What else has to go into the audit trail. */
export type Undone = Result<AuditEvent[], UndoRefusal>;

/** The account is linked to nobody again, and what it changed on the record is as it was. Its applications wait for a record again, unless more was built on this one. */
export async function undoLink(tx: Tx, decision: DecisionRow, now: Date): Promise<Undone> {
  const { accountId, personId, claimId, doneAt } = linkOf(decision);
  await lockAccount(tx, accountId);
  await lockPerson(tx, { id: personId });
  const link = must(await lockClaim(tx, claimId), 'the claim of a decision');
  if (link.endedAt || link.personId !== personId) return err('changed_since');
  if (await isDecidedSince(tx, decision, [personId])) return err('decided_since');
  const since = await builtSince(tx, { accountId, personId }, doneAt);
  if (since) return err(since);
  const moved = await moveApplications(tx, { accountId, from: personId, to: null }, now);
  if (!moved.ok) return moved;
  const changesBack = await takeChangesBack(tx, link, now);
  await saveClaim(tx, claimId, { endedAt: now, endedBecause: 'undone' });
  return ok([...moved.value, ...changesBack]);
}

/** The same, and nobody is found under the new EIN any more. The number stays used: it was told to somebody. */
export async function undoNew(tx: Tx, decision: DecisionRow, now: Date): Promise<Undone> {
  const undone = await undoLink(tx, decision, now);
  if (!undone.ok) return undone;
  const { personId } = linkOf(decision);
  await retireKeys(tx, personId);
  await letGoOfSsn(tx, personId);
  await saveEmailKey(tx, personId, null);
  return undone;
}

/** The link is provisional again, and what was changed since is as it was: a letter with a code would go to an address of their own. */
export async function undoConfirm(tx: Tx, decision: DecisionRow, now: Date): Promise<Undone> {
  const { claimId, personId } = linkOf(decision);
  await lockPerson(tx, { id: personId });
  const link = must(await lockClaim(tx, claimId), 'the claim of a decision');
  if (link.endedAt || link.personId !== personId) return err('changed_since');
  const evidence = Object.fromEntries(Object.entries(link.evidence).filter(([name]) => name !== 'confirmedBy'));
  await saveClaim(tx, claimId, { strength: 'provisional', fullAt: null, evidence });
  return ok(await takeChangesBack(tx, link, now));
}

export function linkOf({ accountId, personId, claimId, doneAt }: DecisionRow) {
  return {
    accountId: must(accountId, 'the account of a decision'),
    personId: must(personId, 'the person of a decision'),
    claimId: must(claimId, 'the claim of a decision'),
    doneAt: must(doneAt, 'when a decision was carried out'),
  };
}
