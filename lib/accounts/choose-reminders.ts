import { eq } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';

/** Stops the reminders that a certificate ends, for whoever has retired, or starts them again. */
export async function chooseReminders(ctx: Ctx<Educator>, { wants }: { readonly wants: boolean }): Promise<Result<void, never>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    await tx.update(account).set({ remindersStoppedAt: wants ? null : ctx.now }).where(eq(account.id, accountId));
    await recordAudit(tx, ctx, { type: 'reminders_chosen', subject: { kind: 'account', id: accountId }, details: { wants } });
    return ok();
  });
}
