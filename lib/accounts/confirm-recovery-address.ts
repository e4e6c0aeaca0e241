import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { codeKey } from './codes';
import { findRecovery, saveRecovery, type RecoveryRow } from './recovery-store';
import { lockAccount } from './store';

/** The code sent to the second address came back: from now on it can move the account. The first address is told. */
export async function confirmRecoveryAddress(
  ctx: Ctx<Educator>,
  input: { readonly code: string },
): Promise<Result<void, 'not_found' | 'code_unknown'>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    await lockAccount(tx, accountId);
    const waiting = await findRecovery(tx, accountId);
    if (!waiting || waiting.confirmedAt) return err('not_found');
    if (!isItsCode(waiting, codeKey(input.code), ctx.now)) return err('code_unknown');
    await saveRecovery(tx, accountId, { codeHash: null, codeExpiresAt: null, confirmedAt: ctx.now });
    const told = { kind: 'recovery_address_changed', dedupeKey: `recovery_address_added:${ctx.requestId}`, payload: { change: 'added' } };
    await stageMessage(tx, { ...told, to: { accountId } }, ctx.now);
    await recordAudit(tx, ctx, { type: 'recovery_address_confirmed', subject: { kind: 'account', id: accountId } });
    return ok();
  });
}

function isItsCode({ codeHash, codeExpiresAt }: RecoveryRow, typed: Uint8Array, now: Date): boolean {
  return codeHash !== null && codeExpiresAt !== null && codeExpiresAt > now && Buffer.from(codeHash).equals(typed);
}
