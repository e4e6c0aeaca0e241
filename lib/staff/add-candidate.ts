import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { caseEvent, forIdentity, lockOpenCase, personEvent, type CaseRefusal, type Settled } from './decision-steps';
import { findPersonByEin, isAboutThemselves, saveCase } from './identity-store';
import { canReviewIdentity } from './policy';

export type AddCandidateInput = { readonly reference: string; readonly ein: string };
export type AddCandidateError = CaseRefusal | 'not_allowed' | 'no_account' | 'unknown_ein' | 'merged_already' | 'already_in_case';

/**
 * Brings a record that nothing typed led to into a case, by its EIN. It is compared there as every other is, with what to look
 * out for, before anybody is linked to it; whoever opens the case opens it too, and its person can see who did.
 */
export async function addCandidate(ctx: Ctx<Staff>, input: AddCandidateInput): Promise<Result<Settled, AddCandidateError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const { id, accountId, candidateIds, addedIds } = opened.value;
    if (!accountId) return err('no_account');
    const record = await findPersonByEin(tx, input.ein);
    if (!record) return err('unknown_ein');
    if (record.mergedInto) return err('merged_already');
    if (candidateIds.includes(record.id)) return err('already_in_case');
    if (await isAboutThemselves(tx, ctx.actor.accountId, { personIds: [record.id], accountIds: [], emailKeys: [] })) return err('own_record');
    await saveCase(tx, id, { candidateIds: [...candidateIds, record.id], addedIds: [...addedIds, record.id] });
    await recordAudit(
      tx,
      forIdentity(ctx),
      personEvent('identity_record_added', record.id),
      caseEvent('identity_record_added', opened.value),
    );
    return ok({ reference: input.reference });
  });
}
