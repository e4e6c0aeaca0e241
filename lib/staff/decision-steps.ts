import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { promisedBy } from '@/lib/identity/rules';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import {
  findRegistration,
  insertDecision,
  isAboutThemselves,
  lockAccount,
  lockCase,
  lockLiveClaim,
  saveCase,
  type CaseRow,
  type DecisionRow,
} from './identity-store';

export type CaseRefusal = 'not_found' | 'case_closed' | 'own_record';
export type Settled = { readonly reference: string };

/** The case, held until the decision is written. Nobody decides about themselves. */
export async function lockOpenCase(tx: Tx, ctx: Ctx<Staff>, reference: string): Promise<Result<CaseRow, CaseRefusal>> {
  const found = await lockCase(tx, { reference });
  if (!found) return err('not_found');
  if (found.closedAt) return err('case_closed');
  const typed = await findRegistration(tx, found.registrationId);
  const involved = {
    accountIds: found.accountId ? [found.accountId] : [],
    personIds: found.candidateIds,
    emailKeys: typed ? [emailKey(typed.email)] : [],
  };
  return (await isAboutThemselves(tx, ctx.actor.accountId, involved)) ? err('own_record') : ok(found);
}

export type Waiting = { readonly accountId: string; readonly typedFirstName: string; readonly typedLastName: string };

/** Whoever waits, held, and as what they registered; refused where their account is linked by now. */
export async function lockWhoeverWaits(tx: Tx, found: CaseRow): Promise<Result<Waiting, 'no_account' | 'already_linked'>> {
  const owner = found.accountId ? await lockAccount(tx, found.accountId) : undefined;
  if (!owner) return err('no_account');
  if (await lockLiveClaim(tx, { accountId: owner.id })) return err('already_linked');
  return ok(await asRegistered(tx, found, owner));
}

export async function asRegistered(
  tx: Tx,
  { registrationId }: Pick<CaseRow, 'registrationId'>,
  owner: { readonly id: string; readonly firstName: string; readonly lastName: string },
): Promise<Waiting> {
  const { firstName, lastName } = (await findRegistration(tx, registrationId)) ?? owner;
  return { accountId: owner.id, typedFirstName: firstName, typedLastName: lastName };
}

type Outcome = Pick<DecisionRow, 'kind' | 'reason'> & Partial<Pick<DecisionRow, 'personId' | 'claimId' | 'undo'>>;

/** Writes a decision that one person may take, and closes the case. Returns the decision's id. */
export async function settleCase(tx: Tx, ctx: Ctx<Staff>, found: CaseRow, outcome: Outcome): Promise<string> {
  const id = randomUUID();
  const by = { proposedBy: ctx.actor.accountId, proposedAt: ctx.now, doneAt: ctx.now };
  await insertDecision(tx, { id, caseId: found.id, accountId: found.accountId, details: {}, ...outcome, ...by });
  await closeCase(tx, ctx, found.id, outcome.kind);
  return id;
}

export async function closeCase(tx: Tx, ctx: Ctx<Staff>, id: string, resolution: string): Promise<void> {
  await saveCase(tx, id, { closedAt: ctx.now, closedBy: ctx.actor.accountId, resolution });
}

/** Whoever waits is promised a new date. */
export async function reopenCase(tx: Tx, id: string, now: Date): Promise<void> {
  const by = promisedBy(dayInConnecticut(now));
  await saveCase(tx, id, { closedAt: null, closedBy: null, resolution: null, promisedBy: by });
}

/** The words are read from the decision when the message is sent. */
export async function tell(tx: Tx, kind: string, to: { accountId: string } | { address: string }, about: Told): Promise<void> {
  const { decisionId, caseId, now } = about;
  const dedupeKey = `${kind}:${decisionId ?? caseId}`;
  const payload = { ...(decisionId && { decisionId }), ...(caseId && { caseId }) };
  await stageMessage(tx, { kind, dedupeKey, to, payload }, now);
}

type Told = { readonly decisionId?: string; readonly caseId?: string; readonly now: Date };

export function caseEvent(type: AuditEvent['type'], found: CaseRow, details: AuditEvent['details'] = {}): AuditEvent {
  return { type, subject: { kind: 'identity_case', id: found.id }, details: { reference: found.reference, ...details } };
}

export function personEvent(type: AuditEvent['type'], id: string, details: AuditEvent['details'] = {}): AuditEvent {
  return { type, subject: { kind: 'person', id }, details };
}

/** What staff do about who somebody is, is done for the case in which they do it. */
export function forIdentity<C extends Ctx<Staff>>(ctx: C): C {
  return { ...ctx, reason: 'identity' };
}
