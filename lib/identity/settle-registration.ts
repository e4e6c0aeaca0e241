import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import type { Candidate, Match } from './matching';
import type { TypedIdentity } from './model';
import { promisedBy } from './rules';
import * as store from './store';

export type Settled = { outcome: Match['outcome']; reasons: readonly string[]; events: AuditEvent[] };

/** Who registers, with what they typed, in the transaction of the command. */
type Registering = { readonly tx: Tx; readonly ctx: Ctx<Educator>; readonly typed: TypedIdentity };

type Link = Extract<Match, { outcome: 'link' }>;

/** Links, or answers undefined where another account got there first: the unique index refuses. */
export async function linkRecord({ tx, ctx, typed }: Registering, match: Link): Promise<Settled | undefined> {
  const { personId, strength } = match;
  const isMine = await store.insertClaim(tx, newClaim(ctx, typed, { personId, strength, evidence: evidenceOf(match.evidence) }));
  if (!isMine) return undefined;
  if (strength === 'provisional') {
    const notice = { kind: 'record_linked', dedupeKey: `record_linked:${ctx.requestId}`, payload: { personId } };
    await stageMessage(tx, { ...notice, to: 'decided_when_sent' }, ctx.now);
  }
  return { outcome: 'link', reasons: [], events: [personEvent('person_linked', personId, { strength })] };
}

/** Writes what was decided once more was known: a link, a new EIN, or a case. An index that refuses makes a case of either. */
export async function settleAnswered(by: Registering, registrationId: string, match: Match): Promise<Settled> {
  if (match.outcome === 'link') return (await linkRecord(by, match)) ?? openCase(by, registrationId, lostRace([match.personId]));
  if (match.outcome === 'new') return (await createPerson(by)) ?? openCase(by, registrationId, lostRace([]));
  return openCase(by, registrationId, match);
}

/** The holder of a record that somebody else tries to claim is told, whatever becomes of the try. */
export async function tellHolders({ tx, ctx }: Omit<Registering, 'typed'>, match: Match): Promise<AuditEvent[]> {
  if (match.outcome !== 'review' || !match.reasons.includes('claimed_record')) return [];
  for (const personId of match.candidateIds) {
    const dedupeKey = `record_already_claimed:${ctx.requestId}:${personId}`;
    await stageMessage(tx, { kind: 'record_already_claimed', dedupeKey, to: 'decided_when_sent', payload: { personId } }, ctx.now);
  }
  return match.candidateIds.map((id) => personEvent('claimed_record_claimed_again', id, {}));
}

// Somebody else got there between the look and the write: the indexes refused, and a person decides.
export function lostRace(candidateIds: readonly string[]): Extract<Match, { outcome: 'review' }> {
  return { outcome: 'review', candidateIds, reasons: ['claimed_record'] };
}

async function createPerson({ tx, ctx, typed }: Registering): Promise<Settled | undefined> {
  const personId = randomUUID();
  const ein = await store.nextEin(tx);
  if (!(await store.insertPerson(tx, { id: personId, ein, typed }, ctx.now))) return undefined;
  await store.insertClaim(tx, newClaim(ctx, typed, { personId, strength: 'full', evidence: { basis: 'nobody_on_file' } }));
  return { outcome: 'new', reasons: [], events: [personEvent('person_created', personId, {})] };
}

async function openCase({ tx, ctx }: Registering, registrationId: string, match: Extract<Match, { outcome: 'review' }>): Promise<Settled> {
  const isClaimed = match.reasons.includes('claimed_record');
  const caseId = randomUUID();
  const { accountId } = ctx.actor;
  const about = { accountId, registrationId, candidateIds: match.candidateIds, details: {} };
  const kind = isClaimed ? 'claimed_record' : 'match';
  const reference = await store.insertCase(tx, { id: caseId, kind, ...about, promisedBy: promisedBy(dayInConnecticut(ctx.now)) }, ctx.now);
  await stageMessage(tx, { kind: 'case_opened', dedupeKey: `case_opened:${caseId}`, to: { accountId }, payload: { caseId } }, ctx.now);
  const opened: AuditEvent = { type: 'identity_case_opened', subject: { kind: 'identity_case', id: caseId }, details: { reference } };
  return { outcome: 'review', reasons: match.reasons, events: [opened] };
}

type Linked = { readonly personId: string; readonly strength: 'full' | 'provisional'; readonly evidence: Record<string, string> };

function newClaim(ctx: Ctx<Educator>, typed: TypedIdentity, linked: Linked) {
  return {
    ...linked,
    accountId: ctx.actor.accountId,
    typedFirstName: typed.firstName,
    typedLastName: typed.lastName,
    linkedAt: ctx.now,
    fullAt: linked.strength === 'full' ? ctx.now : null,
  };
}

// Field by field, as words: what agreed, never what was typed.
function evidenceOf({ ssn, birthDate, firstName, lastName, emailAgrees }: Candidate): Record<string, string> {
  return { ssn, birthDate, firstName, lastName, email: emailAgrees ? 'equal' : 'differs' };
}

function personEvent(type: AuditEvent['type'], id: string, details: Record<string, string>): AuditEvent {
  return { type, subject: { kind: 'person', id }, details };
}
