import { desc, eq, lte } from 'drizzle-orm';
import { acknowledgement, acknowledgementText, session } from '@/db/schema/accounts';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockLiveSession } from './store';

/** "Acknowledge and Continue": once per sign-in, with the version of the text that was on the page. */
export async function acknowledge(
  ctx: Ctx<Educator>,
  input: { readonly version: number },
): Promise<Result<void, 'not_found' | 'text_changed'>> {
  const { accountId, sessionId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    const live = await lockLiveSession(tx, sessionId, ctx.now);
    if (!live) return err('not_found');
    const [shown] = await tx
      .select({ version: acknowledgementText.version })
      .from(acknowledgementText)
      .where(lte(acknowledgementText.shownFrom, ctx.now))
      .orderBy(desc(acknowledgementText.version))
      .limit(1);
    if (shown?.version !== input.version) return err('text_changed');
    if (live.acknowledgedAt) return ok();
    await tx.insert(acknowledgement).values({ accountId, sessionId, version: input.version, acknowledgedAt: ctx.now });
    await tx.update(session).set({ acknowledgedAt: ctx.now }).where(eq(session.id, sessionId));
    await recordAudit(tx, ctx, {
      type: 'acknowledged',
      subject: { kind: 'account', id: accountId },
      details: { version: input.version },
    });
    return ok();
  });
}
