import { and, eq, isNull } from 'drizzle-orm';
import { session } from '@/db/schema/accounts';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator, Newcomer, Staff } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';

export async function signOut(ctx: Ctx<Educator | Staff | Newcomer>): Promise<Result<void, never>> {
  return transact(ctx.actor, async (tx) => {
    await tx
      .update(session)
      .set({ endedAt: ctx.now, endedBecause: 'signed_out' })
      .where(and(eq(session.id, ctx.actor.sessionId), isNull(session.endedAt)));
    await recordAudit(tx, ctx, { type: 'signed_out', subject: { kind: 'account', id: ctx.actor.accountId } });
    return ok();
  });
}
