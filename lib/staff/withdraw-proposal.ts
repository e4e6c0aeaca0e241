import { transact } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { accountEvent } from './account-move-steps';
import { forIdentity, personEvent } from './decision-steps';
import { lockDecision, saveDecision, type DecisionRow } from './identity-store';
import { canApproveIdentity, canReviewIdentity } from './policy';

export type WithdrawProposalError = 'not_allowed' | 'not_found' | 'settled_already';

/** Takes a proposal back: whoever made it, or whoever would have to approve it. */
export async function withdrawProposal(ctx: Ctx<Staff>, input: { readonly id: string }): Promise<Result<void, WithdrawProposalError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const proposal = await lockDecision(tx, input.id);
    if (!proposal) return err('not_found');
    if (proposal.proposedBy !== ctx.actor.accountId && !canApproveIdentity(ctx.actor)) return err('not_allowed');
    if (proposal.doneAt || proposal.withdrawnAt) return err('settled_already');
    await saveDecision(tx, proposal.id, { withdrawnAt: ctx.now });
    await recordAudit(tx, forIdentity(ctx), eventOf(proposal));
    return ok();
  });
}

/** About a record, or about an account that moves to another address. */
function eventOf({ kind, personId, accountId }: DecisionRow): AuditEvent {
  if (personId) return personEvent('identity_proposal_withdrawn', personId, { kind });
  return accountEvent('identity_proposal_withdrawn', must(accountId, 'the account of a proposal'), { kind });
}
