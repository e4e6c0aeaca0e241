import { randomUUID } from 'node:crypto';
import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { findConfirmations, findOpenWays, insertConfirmation } from './confirmation-store';
import { registrationLimits } from './rules';

export type SendConfirmationError = 'nothing_to_confirm' | 'way_not_open' | 'letter_on_its_way' | 'too_many_attempts';

/**
 * Sends a code to the email address on file, or asks staff to print a letter to the postal one. The code is made when it is
 * sent; one letter at a time.
 */
export async function sendConfirmation(
  ctx: Ctx<Educator>,
  { way }: { readonly way: 'email' | 'letter' },
): Promise<Result<void, SendConfirmationError>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    if (!(await countWithin(tx, registrationLimits.confirmationEmail, accountId, ctx.now))) return err('too_many_attempts');
    const open = await findOpenWays(tx);
    if (!open) return err('nothing_to_confirm');
    if (!(way === 'email' ? open.hasEmail : open.hasAddress)) return err('way_not_open');
    const { claimId } = open;
    const isLive = (one: { readonly expiresAt: Date | null }): boolean => one.expiresAt === null || one.expiresAt > ctx.now;
    const letters = (await findConfirmations(tx, claimId)).filter((one) => one.way === 'letter' && isLive(one));
    if (way === 'letter' && letters.length > 0) return err('letter_on_its_way');
    const confirmationId = randomUUID();
    await insertConfirmation(tx, { id: confirmationId, claimId, way }, ctx.now);
    if (way === 'email') {
      const message = { kind: 'confirm_link', dedupeKey: `confirm_link:${confirmationId}`, payload: { confirmationId } };
      await stageMessage(tx, { ...message, to: 'decided_when_sent' }, ctx.now);
    }
    await recordAudit(tx, ctx, { type: 'confirmation_requested', subject: { kind: 'account', id: accountId }, details: { way } });
    return ok();
  });
}
