import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { linkByStaff, openCaseFor } from '@/lib/identity/review-steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { attachApplications, moveApplications } from './application-steps';
import { asRegistered, closeCase, personEvent, tell } from './decision-steps';
import {
  findLatestRegistrationId,
  lockAccount,
  lockCase,
  lockClaim,
  lockLiveClaim,
  lockPerson,
  saveClaim,
  type ClaimRow,
  type DecisionRow,
} from './identity-store';
import type { Done } from './merge-steps';
import { undoLink, type Undone } from './undo-steps';

export type RelinkRefusal = 'merged_already' | 'same_record' | 'nothing_to_relink' | 'application_open';
export type Relinked = { readonly done: Done & Pick<DecisionRow, 'claimId'>; readonly events: readonly AuditEvent[] };
type Parties = { readonly accountId: string; readonly personId: string };

/**
 * The link of the account and the link to the record as they are now, or why there is nothing to do. A record that staff brought
 * into the case is nobody's yet.
 */
export async function linksToEnd(
  tx: Tx,
  { accountId, personId }: Parties,
  addedIds: readonly string[],
): Promise<Result<{ own: ClaimRow | undefined; held: ClaimRow | undefined }, Exclude<RelinkRefusal, 'application_open'>>> {
  await lockAccount(tx, accountId);
  const record = await lockPerson(tx, { id: personId });
  if (record?.mergedInto) return err('merged_already');
  const own = await lockLiveClaim(tx, { accountId });
  const held = await lockLiveClaim(tx, { personId });
  if (own?.personId === personId) return err('same_record');
  return own || held || addedIds.includes(personId) ? ok({ own, held }) : err('nothing_to_relink');
}

/** The account has the record from now on, and nobody else. Whoever had it waits for an answer of their own. */
export async function relink(tx: Tx, ctx: Ctx<Staff>, decision: DecisionRow): Promise<Result<Relinked, RelinkRefusal>> {
  const parties = { accountId: must(decision.accountId, 'the account'), personId: must(decision.personId, 'the record') };
  const found = decision.caseId ? await lockCase(tx, { id: decision.caseId }) : undefined;
  const links = await linksToEnd(tx, parties, found?.addedIds ?? []);
  if (!links.ok) return links;
  const { own, held } = links.value;
  const events: AuditEvent[] = [personEvent('person_relinked', parties.personId)];
  for (const [link, to] of [[own, parties.personId], [held, null]] as const) {
    if (!link) continue;
    const moved = await moveApplications(tx, { accountId: link.accountId, from: link.personId, to }, ctx.now);
    if (!moved.ok) return moved;
    events.push(...moved.value);
    await saveClaim(tx, link.id, { endedAt: ctx.now, endedBecause: 'relinked' });
  }
  const opened = held ? [await openCaseOfHolder(tx, ctx, held)] : [];
  events.push(...opened.map(openedEvent));
  const owner = must(await lockAccount(tx, parties.accountId), 'the account of a relink');
  const typed = await asRegistered(tx, { registrationId: found?.registrationId ?? null }, owner);
  const claimId = must(await linkByStaff(tx, { ...typed, personId: parties.personId }, ctx.now), 'the claim of a relink');
  const applications = await attachApplications(tx, parties.accountId, parties.personId);
  const ended = [own, held].flatMap((one) => one?.id ?? []);
  return ok({ done: { claimId, sealed: null, undo: { applications, ended, opened: opened.map(({ id }) => id) } }, events });
}

function openedEvent({ id, reference }: { readonly id: string; readonly reference: string }): AuditEvent {
  return { type: 'identity_case_opened', subject: { kind: 'identity_case', id }, details: { reference } };
}

async function openCaseOfHolder(tx: Tx, ctx: Ctx<Staff>, { accountId, personId }: ClaimRow): Promise<{ id: string; reference: string }> {
  const registrationId = await findLatestRegistrationId(tx, accountId);
  const about = { kind: 'match', accountId, registrationId, candidateIds: [personId], details: {} } as const;
  const opened = await openCaseFor(tx, about, ctx.now);
  await tell(tx, 'identity_reopened', { accountId }, { caseId: opened.id, now: ctx.now });
  return opened;
}

/** Each account has again what it had. */
export async function undoRelink(tx: Tx, ctx: Ctx<Staff>, decision: DecisionRow): Promise<Undone> {
  const undone = await undoLink(tx, decision, ctx.now);
  if (!undone.ok) return undone;
  for (const id of decision.undo?.ended ?? []) {
    if (!(await revive(tx, id))) return err('changed_since');
  }
  for (const id of decision.undo?.opened ?? []) {
    const opened = await lockCase(tx, { id });
    if (opened && !opened.closedAt) await closeCase(tx, ctx, id, 'undone');
  }
  return undone;
}

async function revive(tx: Tx, id: string): Promise<boolean> {
  const { accountId, personId, endedBecause } = must(await lockClaim(tx, id), 'a link that was ended');
  const taken = (await lockLiveClaim(tx, { accountId })) ?? (await lockLiveClaim(tx, { personId }));
  if (taken || endedBecause !== 'relinked') return false;
  await saveClaim(tx, id, { endedAt: null, endedBecause: null });
  await attachApplications(tx, accountId, personId);
  return true;
}
