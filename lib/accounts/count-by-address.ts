import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import type { Ctx } from '@/lib/shared/context';
import type { Limit } from '@/lib/shared/limit';
import { ok, type Result } from '@/lib/shared/result';

/**
 * Counts one more go from the address of the request, and says whether it is still an ordinary number of them. Where no
 * proxy names addresses there is none that could be believed, and nothing is counted. In a transaction of its own, so that
 * a go that is refused stays counted.
 */
export async function countByAddress(ctx: Ctx, limit: Limit): Promise<Result<{ readonly isOrdinary: boolean }, never>> {
  const { actor, now, address } = ctx;
  if (address === undefined) return ok({ isOrdinary: true });
  return transact(actor, async (tx) => ok({ isOrdinary: await countWithin(tx, limit, address, now) }));
}
