import { headers } from 'next/headers';
import { countPublicCheck } from '@/lib/certificates/count-public-check';
import { env } from '@/lib/env';
import { anyone } from '@/lib/shared/context';
import { requestCtx } from '@/lib/web/request';
import { callerAddress } from './caller-address';

const millis = 3000;

/**
 * Who asks far more often than a school that checks its whole staff waits for each answer. Nobody is refused: schools and
 * phone carriers share one address (design §10). Without a proxy that names addresses there is nothing to count.
 */
export async function slowDownIfOften(): Promise<void> {
  const address = callerAddress((await headers()).get('x-forwarded-for'), env().TRUSTED_PROXY_HOPS);
  if (address === undefined) return;
  const counted = await countPublicCheck(await requestCtx(anyone), { address });
  if (counted.ok && !counted.value.isOrdinary) await new Promise((resolve) => setTimeout(resolve, millis));
}
