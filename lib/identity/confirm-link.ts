import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { codeKey } from '@/lib/accounts/codes';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { useCode } from './confirmation-store';
import { registrationLimits } from './rules';

/** The code that was sent to an address on file: the second channel agrees, and the link becomes full. */
export async function confirmLink(
  ctx: Ctx<Educator>,
  input: { readonly code: string },
): Promise<Result<void, 'code_unknown' | 'too_many_attempts'>> {
  const { accountId } = ctx.actor;
  if (!(await isWithinTries(ctx))) return err('too_many_attempts');
  return transact(ctx.actor, async (tx) => {
    const claimId = await useCode(tx, codeKey(input.code), ctx.now);
    if (!claimId) return err('code_unknown');
    await stageMessage(tx, { kind: 'link_confirmed', dedupeKey: `link_confirmed:${claimId}`, to: { accountId } }, ctx.now);
    await recordAudit(tx, ctx, { type: 'link_confirmed', subject: { kind: 'account', id: accountId }, details: { by: 'code' } });
    return ok();
  });
}

// Counted on its own, so that a wrong code stays counted.
async function isWithinTries(ctx: Ctx<Educator>): Promise<boolean> {
  const counted = await transact(ctx.actor, async (tx) => {
    return ok(await countWithin(tx, registrationLimits.confirmationTry, ctx.actor.accountId, ctx.now));
  });
  return counted.ok && counted.value;
}
