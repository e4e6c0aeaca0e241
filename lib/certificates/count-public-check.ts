import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import type { Anyone, Ctx } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';

const limit = { scope: 'public_check.address', most: 120, seconds: 60 * 60 };

/** Counts one more look at the public check from an address, and says whether it is still an ordinary number of them. */
export async function countPublicCheck(
  ctx: Ctx<Anyone>,
  input: { readonly address: string },
): Promise<Result<{ readonly isOrdinary: boolean }, never>> {
  return transact(ctx.actor, async (tx) => ok({ isOrdinary: await countWithin(tx, limit, input.address, ctx.now) }));
}
