import { transact } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, type Result } from '@/lib/shared/result';
import { lockOpenCase, type CaseRefusal } from './decision-steps';
import { findPersonByEin } from './identity-store';
import { canReviewIdentity } from './policy';
import { propose, type ProposalRefusal, type Proposed } from './propose-steps';
import { linksToEnd, type RelinkRefusal } from './relink-steps';

export type ProposeRelinkInput = { readonly reference: string; readonly ein: string; readonly reason: string };
export type ProposeRelinkError =
  | CaseRefusal
  | ProposalRefusal
  | Exclude<RelinkRefusal, 'application_open'>
  | 'not_allowed'
  | 'no_account'
  | 'unknown_ein';

/** Proposes that the account of a case has this record instead of its own, or instead of whoever holds it. */
export async function proposeRelink(ctx: Ctx<Staff>, input: ProposeRelinkInput): Promise<Result<Proposed, ProposeRelinkError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const { id: caseId, accountId, addedIds } = opened.value;
    if (!accountId) return err('no_account');
    const record = await findPersonByEin(tx, input.ein);
    if (!record) return err('unknown_ein');
    const links = await linksToEnd(tx, { accountId, personId: record.id }, addedIds);
    if (!links.ok) return links;
    const about = { caseId, accountId, personId: record.id, otherPersonId: links.value.own?.personId ?? null };
    return propose(tx, ctx, { kind: 'relink', reason: input.reason, details: {}, ...about });
  });
}
