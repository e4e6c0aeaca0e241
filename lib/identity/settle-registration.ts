import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import type { Candidate, Match, MatchReason } from './matching';
import type { RegisterInput } from './model';
import { promisedBy } from './rules';
import * as store from './store';

export type Settled = { outcome: Match['outcome']; reasons: readonly string[]; events: AuditEvent[] };

/** Writes what the match decided, inside the transaction of `register`. An index that refuses turns a link into a case. */
export async function settleRegistration(tx: Tx, ctx: Ctx<Educator>, typed: RegisterInput, match: Match): Promise<Settled> {
  if (match.outcome === 'link' && (await link(tx, ctx, typed, match))) {
    await remember(tx, ctx, typed, { outcome: 'link', reasons: [] });
    const details = { strength: match.strength };
    return { outcome: 'link', reasons: [], events: [personEvent('person_linked', match.personId, details)] };
  }
  if (match.outcome === 'new') {
    const personId = await create(tx, ctx, typed);
    if (personId) return { outcome: 'new', reasons: [], events: [personEvent('person_created', personId, {})] };
  }
  const review = match.outcome === 'review' ? match : lostRace(match);
  return openCase(tx, ctx, typed, review);
}

// Somebody else got there between the look and the write: the indexes refused, and a person decides.
function lostRace(match: Exclude<Match, { outcome: 'review' }>): Extract<Match, { outcome: 'review' }> {
  const candidateIds = match.outcome === 'link' ? [match.personId] : [];
  return { outcome: 'review', candidateIds, reasons: ['claimed_record'] };
}

async function link(tx: Tx, ctx: Ctx<Educator>, typed: RegisterInput, match: Extract<Match, { outcome: 'link' }>) {
  const { personId, strength } = match;
  const isMine = await store.insertClaim(tx, newClaim(ctx, typed, { personId, strength, evidence: evidenceOf(match.evidence) }));
  if (isMine && strength === 'provisional') {
    const notice = { kind: 'record_linked', dedupeKey: `record_linked:${ctx.requestId}`, payload: { personId } };
    await stageMessage(tx, { ...notice, to: 'decided_when_sent' }, ctx.now);
  }
  return isMine;
}

async function create(tx: Tx, ctx: Ctx<Educator>, typed: RegisterInput): Promise<string | undefined> {
  const personId = randomUUID();
  const ein = await store.nextEin(tx);
  if (!(await store.insertPerson(tx, { id: personId, ein, typed }, ctx.now))) return undefined;
  await store.insertClaim(tx, newClaim(ctx, typed, { personId, strength: 'full', evidence: { basis: 'nobody_on_file' } }));
  await remember(tx, ctx, typed, { outcome: 'new', reasons: [] });
  return personId;
}

async function openCase(tx: Tx, ctx: Ctx<Educator>, typed: RegisterInput, match: Extract<Match, { outcome: 'review' }>) {
  const registrationId = await remember(tx, ctx, typed, match);
  const isClaimed = match.reasons.includes('claimed_record');
  const caseId = randomUUID();
  const reference = await store.insertCase(
    tx,
    {
      id: caseId,
      kind: isClaimed ? 'claimed_record' : 'match',
      accountId: ctx.actor.accountId,
      registrationId,
      candidateIds: match.candidateIds,
      details: {},
      promisedBy: promisedBy(dayInConnecticut(ctx.now)),
    },
    ctx.now,
  );
  const to = { accountId: ctx.actor.accountId };
  await stageMessage(tx, { kind: 'case_opened', dedupeKey: `case_opened:${caseId}`, to, payload: { caseId } }, ctx.now);
  if (isClaimed) await tellOwners(tx, ctx, match.candidateIds);
  const opened: AuditEvent = { type: 'identity_case_opened', subject: { kind: 'identity_case', id: caseId }, details: { reference } };
  const claimed = isClaimed ? match.candidateIds.map((id) => personEvent('claimed_record_claimed_again', id, {})) : [];
  return { outcome: 'review' as const, reasons: match.reasons, events: [opened, ...claimed] };
}

async function tellOwners(tx: Tx, ctx: Ctx<Educator>, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const dedupeKey = `record_already_claimed:${ctx.requestId}:${personId}`;
    await stageMessage(tx, { kind: 'record_already_claimed', dedupeKey, to: 'decided_when_sent', payload: { personId } }, ctx.now);
  }
}

type Answered = { readonly outcome: Match['outcome']; readonly reasons: readonly MatchReason[] };

async function remember(tx: Tx, ctx: Ctx<Educator>, typed: RegisterInput, answered: Answered): Promise<string> {
  const id = randomUUID();
  await store.insertRegistration(tx, { id, accountId: ctx.actor.accountId, typed, ...answered }, ctx.now);
  return id;
}

type Linked = { readonly personId: string; readonly strength: 'full' | 'provisional'; readonly evidence: Record<string, string> };

function newClaim(ctx: Ctx<Educator>, typed: RegisterInput, linked: Linked) {
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
