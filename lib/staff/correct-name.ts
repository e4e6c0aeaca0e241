import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { correctNames, lockRecord } from './correction-steps';
import { answersCase } from './decision-rules';
import { caseEvent, closeCase, forIdentity, lockOpenCase, personEvent, tell, type CaseRefusal, type Settled } from './decision-steps';
import { findPersonByEin, insertDecision, lockLiveClaim } from './identity-store';
import type { RecordNames } from './merge-rules';
import { canReviewIdentity } from './policy';

export type CorrectNameInput = { readonly reference: string; readonly ein: string; readonly names: RecordNames; readonly reason: string };
export type CorrectNameError = CaseRefusal | 'not_allowed' | 'not_a_candidate' | 'merged_already' | 'same_name';

/** Corrects the name on a record. Whoever holds it is told; the name it had goes on finding it. */
export async function correctName(ctx: Ctx<Staff>, input: CorrectNameInput): Promise<Result<Settled, CorrectNameError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const row = await findPersonByEin(tx, input.ein);
    if (!row || !opened.value.candidateIds.includes(row.id)) return err('not_a_candidate');
    const found = await lockRecord(tx, row.id);
    if (!found.ok) return found;
    const { names } = found.value.plain;
    const fields = (['firstName', 'middleName', 'lastName', 'suffix'] as const).filter((field) => names[field] !== input.names[field]);
    if (fields.length === 0) return err('same_name');
    const undo = await correctNames(tx, found.value, input.names);
    const id = crypto.randomUUID();
    const about = { id, kind: 'correct_name', caseId: opened.value.id, personId: row.id, reason: input.reason } as const;
    const by = { proposedBy: ctx.actor.accountId, proposedAt: ctx.now, doneAt: ctx.now };
    await insertDecision(tx, { ...about, ...by, details: { fields: fields.join(' ') }, undo });
    const holder = await lockLiveClaim(tx, { personId: row.id });
    if (holder) await tell(tx, 'record_changed', { accountId: holder.accountId }, { decisionId: id, now: ctx.now });
    const isAnswer = answersCase('correct_name', opened.value);
    if (isAnswer) await closeCase(tx, ctx, opened.value.id, 'correct_name');
    const settled = isAnswer ? [caseEvent('identity_case_settled', opened.value, { outcome: 'correct_name' })] : [];
    await recordAudit(tx, forIdentity(ctx), personEvent('person_corrected', row.id, { fields }), ...settled);
    return ok({ reference: input.reference });
  });
}
