import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';
import { blankRecovery, findRecovery } from './recovery-store';
import { lockAccount } from './store';

/** Gone at once, with any code that was sent to it. The first address is told where it had been confirmed. */
export async function removeRecoveryAddress(ctx: Ctx<Educator>): Promise<Result<void, never>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    await lockAccount(tx, accountId);
    const given = await findRecovery(tx, accountId);
    if (!given) return ok();
    await blankRecovery(tx, accountId);
    if (given.confirmedAt) {
      const told = { kind: 'recovery_address_changed', dedupeKey: `recovery_address_removed:${ctx.requestId}`, payload: { change: 'removed' } };
      await stageMessage(tx, { ...told, to: { accountId } }, ctx.now);
    }
    await recordAudit(tx, ctx, { type: 'recovery_address_removed', subject: { kind: 'account', id: accountId } });
    return ok();
  });
}
