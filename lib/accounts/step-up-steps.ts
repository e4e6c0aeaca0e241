import { eq } from 'drizzle-orm';
import { clearCount, countWithin } from '@/db/limits';
import { staffTotp } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import { unseal } from '@/lib/shared/sealed';
import { limits } from './rules';
import { acceptedStep } from './totp';

type Typed = { readonly accountId: string; readonly code: string };

/** Counts a go at typing a code, with those at signing in. Count in a transaction of its own, so that a wrong guess stays counted. */
export async function countCode(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  return countWithin(tx, limits.totp, accountId, now);
}

/** Whether it is the code of their authenticator app now. A code is good once, here or to sign in. */
export async function spendCode(tx: Tx, { accountId, code }: Typed, now: Date): Promise<boolean> {
  const [held] = await tx.select().from(staffTotp).where(eq(staffTotp.accountId, accountId)).for('update');
  if (!held?.confirmedAt) return false;
  const key = unseal(held.secret, { column: 'staff_totp.secret', row: accountId });
  const step = await acceptedStep(key, code, now, held.lastStep);
  if (step === undefined) return false;
  await tx.update(staffTotp).set({ lastStep: step }).where(eq(staffTotp.accountId, accountId));
  await clearCount(tx, limits.totp, accountId);
  return true;
}
