import { transact } from '@/db/transact';
import { findLetterSubject } from '@/lib/identity/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { canReviewIdentity } from './policy';
import { noteOpening } from './steps';

/** Opens a letter to print, and with it somebody's postal address: they can see who looked. */
export async function openLetter(ctx: Ctx<Staff>, input: { readonly id: string }): Promise<Result<void, 'not_allowed' | 'not_found'>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const personId = await findLetterSubject(tx, input.id);
    if (!personId) return err('not_found');
    await noteOpening(tx, ctx, { subjects: [{ kind: 'person', id: personId }], reason: 'identity', purpose: 'a letter with a code' });
    return ok();
  });
}
