import 'server-only';
import { countByAddress } from '@/lib/accounts/count-by-address';
import type { Ctx } from '@/lib/shared/context';
import type { Limit } from '@/lib/shared/limit';

const millis = 3000;

/**
 * Who asks from one address far more often than a school does waits for each answer, whatever it will be. Nobody is refused
 * for it: schools and phone carriers share one address (design §10).
 */
export async function slowDownIfOften(ctx: Ctx, limit: Limit): Promise<void> {
  const counted = await countByAddress(ctx, limit);
  if (counted.ok && !counted.value.isOrdinary) await new Promise((resolve) => setTimeout(resolve, millis));
}
