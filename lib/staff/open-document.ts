import { transact } from '@/db/transact';
import { findCaseSubject } from '@/lib/identity/case-queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { canReviewIdentity } from './policy';
import { noteOpening } from './steps';

/** Opens what somebody sent for a case: the people it may be about can see who looked. */
export async function openDocument(ctx: Ctx<Staff>, input: { readonly reference: string }): Promise<Result<void, 'not_allowed' | 'not_found'>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const found = await findCaseSubject(tx, input.reference);
    if (!found) return err('not_found');
    const people = found.candidateIds.map((id) => ({ kind: 'person', id }) as const);
    const subjects = [{ kind: 'identity_case', id: found.id } as const, ...people];
    await noteOpening(tx, ctx, { subjects, reason: 'identity', purpose: `a document of identity case ${input.reference}` });
    return ok();
  });
}
