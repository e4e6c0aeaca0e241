import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { forIdentity, personEvent } from './decision-steps';
import { insertDecision, isAboutThemselves, isProposalWaiting, type DecisionRow } from './identity-store';

export type ProposalRefusal = 'own_record' | 'proposal_waiting';
export type Proposed = { readonly id: string };

type Proposal = Pick<DecisionRow, 'kind' | 'reason' | 'details'> &
  Partial<Pick<DecisionRow, 'caseId' | 'accountId' | 'otherPersonId'>> & { readonly personId: string };

/** Writes what one member of the staff proposes and another has to approve. One at a time about a record. */
export async function propose(
  tx: Tx,
  ctx: Ctx<Staff>,
  proposal: Proposal,
  sealedFor?: (id: string) => Uint8Array,
): Promise<Result<Proposed, ProposalRefusal>> {
  const { personId, otherPersonId, accountId, kind } = proposal;
  const personIds = [personId, ...(otherPersonId ? [otherPersonId] : [])];
  const involved = { personIds, accountIds: accountId ? [accountId] : [], emailKeys: [] };
  if (await isAboutThemselves(tx, ctx.actor.accountId, involved)) return err('own_record');
  if (await isProposalWaiting(tx, personIds)) return err('proposal_waiting');
  const id = randomUUID();
  const by = { proposedBy: ctx.actor.accountId, proposedAt: ctx.now };
  await insertDecision(tx, { ...proposal, id, ...by, sealed: sealedFor?.(id) ?? null });
  await recordAudit(tx, forIdentity(ctx), ...personIds.map((one) => personEvent('identity_change_proposed', one, { kind })));
  return ok({ id });
}
