import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { canAnswer } from './policy';
import { findApplication, saveApplication } from './store';

/** Gives up a draft. What was submitted stays: money may hang on it, and a person decides. */
export async function withdrawApplication(
  ctx: Ctx<Educator>,
  input: { readonly reference: string },
): Promise<Result<void, 'not_found'>> {
  return transact(ctx.actor, async (tx) => {
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application || !canAnswer(ctx.actor, application)) return err('not_found');
    await saveApplication(tx, application.id, { status: 'withdrawn', closedAt: ctx.now, updatedAt: ctx.now });
    await recordAudit(tx, ctx, { type: 'application_withdrawn', subject: { kind: 'application', id: application.id } });
    return ok();
  });
}
