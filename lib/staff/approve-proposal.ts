import { transact, type Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, Invariant, must, ok, type Result } from '@/lib/shared/result';
import type { MoveRefusal } from './account-move-model';
import { applyAccountMove } from './account-move-steps';
import { correctSecret, type SecretRefusal } from './correction-steps';
import { answersCase } from './decision-rules';
import { caseEvent, closeCase, forIdentity, personEvent, tell } from './decision-steps';
import { isAboutThemselves, lockCase, lockDecision, lockLiveClaim, saveDecision, type CaseRow, type DecisionRow } from './identity-store';
import type { MergeRefusal } from './merge-rules';
import { mergePair, type Done } from './merge-steps';
import { canApproveIdentity } from './policy';
import { relink, type RelinkRefusal } from './relink-steps';

type Refusal = MergeRefusal | RelinkRefusal | SecretRefusal | MoveRefusal;
export type ApproveProposalError = Refusal | 'not_allowed' | 'not_found' | 'settled_already' | 'own_proposal' | 'own_record';

/** The second of two people: what the first proposed is done now, as the records are now. */
export async function approveProposal(ctx: Ctx<Staff>, input: { readonly id: string }): Promise<Result<void, ApproveProposalError>> {
  if (!canApproveIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const proposal = await lockDecision(tx, input.id);
    if (!proposal) return err('not_found');
    if (proposal.doneAt || proposal.withdrawnAt) return err('settled_already');
    if (proposal.proposedBy === ctx.actor.accountId) return err('own_proposal');
    if (await isAboutThemselves(tx, ctx.actor.accountId, involvedIn(proposal))) return err('own_record');
    const found = proposal.caseId ? await lockCase(tx, { id: proposal.caseId }) : undefined;
    const carried = await carryOut(tx, ctx, proposal);
    if (!carried.ok) return carried;
    const { done, events } = carried.value;
    await saveDecision(tx, proposal.id, { ...done, approvedBy: ctx.actor.accountId, doneAt: ctx.now });
    const settled = await settle(tx, ctx, proposal, found);
    await tellHolder(tx, proposal, ctx.now);
    await recordAudit(tx, forIdentity(ctx), ...events, ...settled);
    return ok();
  });
}

function involvedIn({ accountId, personId, otherPersonId, details }: DecisionRow) {
  const ids = (...given: (string | null)[]) => given.filter((id) => id !== null);
  return { accountIds: ids(accountId), personIds: ids(personId, otherPersonId), emailKeys: details.newEmail ? [emailKey(details.newEmail)] : [] };
}

type Carried = { readonly done: Done & Partial<Pick<DecisionRow, 'claimId'>>; readonly events: readonly AuditEvent[] };

async function carryOut(tx: Tx, ctx: Ctx<Staff>, proposal: DecisionRow): Promise<Result<Carried, Refusal>> {
  if (proposal.kind === 'move_account') return applyAccountMove(tx, proposal, ctx.now);
  const personId = must(proposal.personId, 'the record of a proposal');
  switch (proposal.kind) {
    case 'merge': {
      const done = await mergePair(tx, proposal, ctx.now);
      const both = [personId, must(proposal.otherPersonId, 'the record that goes')];
      return done.ok ? ok({ done: done.value, events: both.map((id) => personEvent('persons_merged', id)) }) : done;
    }
    case 'relink':
      return relink(tx, ctx, proposal);
    case 'correct_ssn':
    case 'correct_birth_date': {
      const done = await correctSecret(tx, proposal);
      const field = proposal.kind === 'correct_ssn' ? 'ssn' : 'birthDate';
      return done.ok ? ok({ done: done.value, events: [personEvent('person_corrected', personId, { fields: [field] })] }) : done;
    }
    default:
      throw new Invariant('A decision that one person takes was proposed');
  }
}

async function settle(tx: Tx, ctx: Ctx<Staff>, { kind }: DecisionRow, found: CaseRow | undefined): Promise<AuditEvent[]> {
  if (!found || found.closedAt || !answersCase(kind, found)) return [];
  await closeCase(tx, ctx, found.id, kind);
  return [caseEvent('identity_case_settled', found, { outcome: kind })];
}

/** Whoever is linked to the record reads that it is another now. */
async function tellHolder(tx: Tx, { id: decisionId, kind, personId }: DecisionRow, now: Date): Promise<void> {
  const holder = personId ? await lockLiveClaim(tx, { personId }) : undefined;
  if (!holder) return;
  await tell(tx, kind === 'relink' ? 'identity_answered' : 'record_changed', { accountId: holder.accountId }, { decisionId, now });
}
