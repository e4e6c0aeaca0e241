import { transact, type Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { decideMatch, joinCandidates, weighAnswer, type Candidate } from './matching';
import type { AnswerInput, TypedIdentity } from './model';
import { unsealTyped } from './sealed-record';
import { settleAnswered } from './settle-registration';
import * as registrations from './registration-store';
import { findCandidates } from './store';

/**
 * The question before a new EIN: "have you ever held a certificate, permit or EIN here?", with what else they remember.
 * Decides again with all of it: a link, a new EIN only for a plain no, otherwise a case with a number and a date.
 */
export async function answerRegistration(ctx: Ctx<Educator>, answer: AnswerInput): Promise<Result<void, 'not_asked'>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    await registrations.lockAccount(tx, accountId);
    const asked = await registrations.findAsked(tx, accountId);
    if (!asked) return err('not_asked');
    const { firstName, lastName } = asked;
    const typed = { firstName, lastName, ...unsealTyped(asked) };
    const { everHeld, ein, certificateNumber } = answer;
    const personOfNumber = await registrations.personOfNumber(tx, { ein, certificateNumber });
    const gaveNumber = ein !== undefined || certificateNumber !== undefined;
    const match = weighAnswer(decideMatch(await findByEachName(tx, typed, answer)), { everHeld, gaveNumber, personOfNumber });
    const settled = await settleAnswered({ tx, ctx, typed }, asked.id, match);
    await registrations.keepAnswer(tx, asked.id, { ...answer, outcome: settled.outcome, reasons: settled.reasons }, ctx.now);
    const details = { everHeld, outcome: settled.outcome, reasons: settled.reasons };
    const answered: AuditEvent = { type: 'registration_answered', subject: { kind: 'account', id: accountId }, details };
    await recordAudit(tx, ctx, answered, ...settled.events);
    return ok();
  });
}

async function findByEachName(tx: Tx, typed: TypedIdentity, { previousFirstName, previousLastName }: AnswerInput): Promise<Candidate[]> {
  const now = await findCandidates(tx, typed);
  if (previousFirstName === undefined && previousLastName === undefined) return now;
  const before = { firstName: previousFirstName ?? typed.firstName, lastName: previousLastName ?? typed.lastName };
  return joinCandidates(now, await findCandidates(tx, { ...typed, ...before }));
}
