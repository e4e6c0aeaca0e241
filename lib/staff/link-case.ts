import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { candidatesOf } from '@/lib/identity/candidate-queries';
import { linkByStaff } from '@/lib/identity/review-steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { attachApplications } from './application-steps';
import { needsSecondPerson } from './case-rules';
import {
  caseEvent,
  forIdentity,
  lockOpenCase,
  lockWhoeverWaits,
  personEvent,
  settleCase,
  tell,
  type CaseRefusal,
  type Settled,
} from './decision-steps';
import { findRegistration, lockLiveClaim, lockPerson, type CaseRow, type PersonRow } from './identity-store';
import { canReviewIdentity } from './policy';

export type LinkCaseInput = { readonly reference: string; readonly ein: string; readonly reason: string };
export type LinkCaseError = CaseRefusal | 'not_allowed' | 'no_account' | 'already_linked' | 'not_a_candidate' | 'record_claimed' | 'needs_second_person';

/** Links whoever waits to one of the records of their case. The link is full: a person has looked. */
export async function linkCase(ctx: Ctx<Staff>, input: LinkCaseInput): Promise<Result<Settled, LinkCaseError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const waiting = await lockWhoeverWaits(tx, opened.value);
    if (!waiting.ok) return waiting;
    const record = await lockCandidate(tx, opened.value, input.ein);
    if (!record.ok) return record;
    if (await takesTwo(tx, opened.value, record.value.id)) return err('needs_second_person');
    const { accountId } = waiting.value;
    const personId = record.value.id;
    const claimId = await linkByStaff(tx, { ...waiting.value, personId }, ctx.now);
    if (!claimId) return err('record_claimed');
    const undo = { applications: await attachApplications(tx, accountId, personId) };
    const outcome = { kind: 'link', reason: input.reason, personId, claimId, undo } as const;
    const decisionId = await settleCase(tx, ctx, opened.value, outcome);
    await tell(tx, 'identity_answered', { accountId }, { decisionId, now: ctx.now });
    await recordAudit(
      tx,
      forIdentity(ctx),
      personEvent('person_linked', personId, { strength: 'full', by: 'staff' }),
      caseEvent('identity_case_settled', opened.value, { outcome: 'link' }),
    );
    return ok({ reference: input.reference });
  });
}

async function takesTwo(tx: Tx, { registrationId, addedIds }: CaseRow, personId: string): Promise<boolean> {
  if (!addedIds.includes(personId)) return false;
  const registered = (await findRegistration(tx, registrationId)) ?? null;
  const [one] = await candidatesOf(tx, { candidateIds: [personId], addedIds }, registered, undefined);
  return needsSecondPerson(must(one, 'a record of the case'));
}

async function lockCandidate(tx: Tx, found: CaseRow, ein: string): Promise<Result<PersonRow, 'not_a_candidate' | 'record_claimed'>> {
  const record = await lockPerson(tx, { ein });
  if (!record || record.mergedInto || !found.candidateIds.includes(record.id)) return err('not_a_candidate');
  return (await lockLiveClaim(tx, { personId: record.id })) ? err('record_claimed') : ok(record);
}
