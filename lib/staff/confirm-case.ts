import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { caseEvent, forIdentity, lockOpenCase, personEvent, settleCase, tell, type CaseRefusal, type Settled } from './decision-steps';
import { lockAccount, lockLiveClaim, saveClaim } from './identity-store';
import { canReviewIdentity } from './policy';

export type ConfirmCaseInput = { readonly reference: string; readonly reason: string };
export type ConfirmCaseError = CaseRefusal | 'not_allowed' | 'other_kind' | 'not_linked' | 'already_full';

/** Staff saw the document of somebody linked provisionally: the link is full now. */
export async function confirmCase(ctx: Ctx<Staff>, input: ConfirmCaseInput): Promise<Result<Settled, ConfirmCaseError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const { kind, accountId } = opened.value;
    if (kind !== 'confirm_identity') return err('other_kind');
    const owner = accountId ? await lockAccount(tx, accountId) : undefined;
    const link = owner && (await lockLiveClaim(tx, { accountId: owner.id }));
    if (!link) return err('not_linked');
    if (link.strength === 'full') return err('already_full');
    const evidence = { ...link.evidence, confirmedBy: 'staff' };
    await saveClaim(tx, link.id, { strength: 'full', fullAt: ctx.now, evidence });
    const outcome = { kind: 'confirm', reason: input.reason, personId: link.personId, claimId: link.id } as const;
    const decisionId = await settleCase(tx, ctx, opened.value, outcome);
    await tell(tx, 'identity_answered', { accountId: link.accountId }, { decisionId, now: ctx.now });
    await recordAudit(
      tx,
      forIdentity(ctx),
      personEvent('person_linked', link.personId, { strength: 'full', by: 'staff' }),
      caseEvent('identity_case_settled', opened.value, { outcome: 'confirm' }),
    );
    return ok({ reference: input.reference });
  });
}
