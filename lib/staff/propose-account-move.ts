import { randomUUID } from 'node:crypto';
import { transact, type Tx } from '@/db/transact';
import { findAccountByEmail, lockEducator } from '@/lib/accounts/move-steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { findAccountNamed } from '@/lib/identity/move-steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import { accountEvent, isMoveWaiting } from './account-move-steps';
import type { AccountMoveInput } from './account-move-model';
import { forIdentity, lockOpenCase, type CaseRefusal } from './decision-steps';
import { insertDecision, isAboutThemselves } from './identity-store';
import { canReviewIdentity } from './policy';
import type { ProposalRefusal, Proposed } from './propose-steps';

export type ProposeAccountMoveError =
  | CaseRefusal
  | ProposalRefusal
  | 'not_allowed'
  | 'other_kind'
  | 'unknown_account'
  | 'same_address'
  | 'address_taken';

/** Proposes that the account of somebody who can no longer read its mail goes on at another address: the same account. */
export async function proposeAccountMove(ctx: Ctx<Staff>, input: AccountMoveInput): Promise<Result<Proposed, ProposeAccountMoveError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    if (opened.value.kind !== 'lost_email') return err('other_kind');
    const accountId = await findAccountNamed(tx, input.account);
    const owner = accountId ? await lockEducator(tx, accountId) : undefined;
    if (!owner) return err('unknown_account');
    const refusal = await refusalOf(tx, ctx, owner, input.newEmail);
    if (refusal) return err(refusal);
    const id = randomUUID();
    const about = { caseId: opened.value.id, accountId: owner.id, reason: input.reason };
    const details = { oldEmail: owner.email, newEmail: input.newEmail };
    const by = { proposedBy: ctx.actor.accountId, proposedAt: ctx.now };
    await insertDecision(tx, { id, kind: 'move_account', ...about, details, ...by });
    await recordAudit(tx, forIdentity(ctx), accountEvent('identity_change_proposed', owner.id, { kind: 'move_account' }));
    return ok({ id });
  });
}

type Owner = { readonly id: string; readonly emailKey: string };

async function refusalOf(tx: Tx, ctx: Ctx<Staff>, owner: Owner, newEmail: string): Promise<ProposeAccountMoveError | undefined> {
  const involved = { accountIds: [owner.id], personIds: [], emailKeys: [emailKey(newEmail)] };
  if (await isAboutThemselves(tx, ctx.actor.accountId, involved)) return 'own_record';
  if (owner.emailKey === emailKey(newEmail)) return 'same_address';
  if (await findAccountByEmail(tx, newEmail)) return 'address_taken';
  return (await isMoveWaiting(tx, owner.id)) ? 'proposal_waiting' : undefined;
}
