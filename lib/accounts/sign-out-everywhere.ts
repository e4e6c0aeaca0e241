import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';
import { endSessions } from './store';

export async function signOutEverywhere(ctx: Ctx<Educator | Staff>): Promise<Result<void, never>> {
  return transact(ctx.actor, async (tx) => {
    const count = await endSessions(tx, { accountId: ctx.actor.accountId, because: 'signed_out_everywhere' }, ctx.now);
    await recordAudit(tx, ctx, {
      type: 'sessions_ended',
      subject: { kind: 'account', id: ctx.actor.accountId },
      details: { count },
    });
    return ok();
  });
}
