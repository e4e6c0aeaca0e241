import { transact } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { findPersonById } from './identity-store';
import { canReviewIdentity } from './policy';
import { noteOpening } from './steps';

/** The ids of the two. */
export type OpenMergeInput = { readonly stays: string; readonly goes: string };
export type OpenMergeError = 'not_allowed' | 'not_found';

/** Opens two records side by side, to see whether they are one person: each of the two can see who looked. */
export async function openMerge(ctx: Ctx<Staff>, input: OpenMergeInput): Promise<Result<void, OpenMergeError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const [stays, goes] = [await findPersonById(tx, input.stays), await findPersonById(tx, input.goes)];
    if (!stays || !goes) return err('not_found');
    const subjects = [stays, goes].map(({ id }) => ({ kind: 'person', id }) as const);
    await noteOpening(tx, ctx, { subjects, reason: 'identity', purpose: 'two records that may be one person' });
    return ok();
  });
}
