import { transact } from '@/db/transact';
import { findCaseSubject } from '@/lib/identity/case-queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { canReviewIdentity } from './policy';
import { noteOpening } from './steps';

export type OpenCaseError = 'not_allowed' | 'not_found';

/** Opens an identity case, and with it every record that may be meant: each of those people can see who looked. */
export async function openCase(ctx: Ctx<Staff>, input: { readonly reference: string }): Promise<Result<void, OpenCaseError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const found = await findCaseSubject(tx, input.reference);
    if (!found) return err('not_found');
    const people = found.candidateIds.map((id) => ({ kind: 'person', id }) as const);
    const subjects = [{ kind: 'identity_case', id: found.id } as const, ...people];
    await noteOpening(tx, ctx, { subjects, reason: 'identity', purpose: `identity case ${input.reference}` });
    return ok();
  });
}
