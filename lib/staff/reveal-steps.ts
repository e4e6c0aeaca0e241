import { countWithin } from '@/db/limits';
import { transact, type Tx } from '@/db/transact';
import { countCode, spendCode } from '@/lib/accounts/step-up-steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';

/** security.md §3.7. One count for all that is shown whole. */
const mostInADay = { scope: 'ssn_reveal.staff', most: 30, seconds: 24 * 60 * 60 };

/** Asked first, in a transaction of its own, so that a wrong code stays counted. */
export async function mayTryCode({ actor, now }: Ctx<Staff>): Promise<boolean> {
  const counted = await transact(actor, async (tx) => ok(await countCode(tx, actor.accountId, now)));
  return counted.ok && counted.value;
}

/** Uses the code up and counts what it opens; says why not. */
export async function spendForReveal(tx: Tx, { actor, now }: Ctx<Staff>, code: string): Promise<'wrong_code' | 'too_many_today' | undefined> {
  if (!(await spendCode(tx, { accountId: actor.accountId, code }, now))) return 'wrong_code';
  return (await countWithin(tx, mostInADay, actor.accountId, now)) ? undefined : 'too_many_today';
}
