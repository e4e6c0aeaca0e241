import { eq } from 'drizzle-orm';
import { clearCount, countWithin } from '@/db/limits';
import { staffTotp } from '@/db/schema/accounts';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { unseal } from '@/lib/shared/sealed';
import { limits } from './rules';
import { renewSession, type OpenedSession } from './steps';
import { lockAccount, lockLiveSession } from './store';
import { acceptedStep } from './totp';

export type ConfirmTotpError = 'not_found' | 'wrong_code' | 'too_many_attempts';

/** The second factor of a staff sign-in. The first right code also completes the enrolment. A code is good once. */
export async function confirmTotp(ctx: Ctx, input: { readonly code: string }): Promise<Result<OpenedSession, ConfirmTotpError>> {
  const { actor } = ctx;
  if (actor.kind !== 'newcomer') return err('not_found');
  const counted = await transact(actor, async (tx) => ok(await countWithin(tx, limits.totp, actor.accountId, ctx.now)));
  if (!counted.ok || !counted.value) return err('too_many_attempts');
  return transact(actor, async (tx) => {
    const owner = await lockAccount(tx, actor.accountId);
    const session = await lockLiveSession(tx, actor.sessionId, ctx.now);
    const [held] = await tx.select().from(staffTotp).where(eq(staffTotp.accountId, actor.accountId)).for('update');
    if (!owner || session?.stage !== 'totp' || !held) return err('not_found');
    const key = unseal(held.secret, { column: 'staff_totp.secret', row: owner.id });
    const step = await acceptedStep(key, input.code, ctx.now, held.lastStep);
    if (step === undefined) return err('wrong_code');
    const confirmedAt = held.confirmedAt ?? ctx.now;
    await tx.update(staffTotp).set({ lastStep: step, confirmedAt }).where(eq(staffTotp.accountId, owner.id));
    await clearCount(tx, limits.totp, owner.id);
    const opened = await renewSession(tx, { accountId: owner.id, because: 'second_factor', stage: 'full' }, ctx.now);
    await recordAudit(tx, ctx, {
      type: 'signed_in',
      subject: { kind: 'staff', id: owner.id },
      details: { stage: 'full', sessionId: opened.sessionId, enrolled: held.confirmedAt === null },
    });
    return ok(opened);
  });
}
