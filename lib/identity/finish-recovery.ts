import { transact } from '@/db/transact';
import { codeKeyFor } from '@/lib/accounts/codes';
import { findMoveByCode, lockEducator, moveAccount, saveChange } from '@/lib/accounts/move-steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { closeCasesOfMove, lockCasesOfMove } from './move-steps';

// The code is the authority: whoever types it is not signed in.
const byCode: Worker = { kind: 'worker', job: 'finish_recovery' };

/**
 * The code from the new address, after the one from the second: the same account moves, without staff. The address that was
 * left is told how to take it back; a case that was opened meanwhile is closed.
 */
export async function finishRecovery(
  ctx: Ctx,
  input: { readonly code: string },
): Promise<Result<void, 'code_unknown' | 'address_taken'>> {
  const codeHash = codeKeyFor('move', input.code);
  return transact(byCode, async (tx) => {
    const asked = await findMoveByCode(tx, codeHash, ctx.now);
    if (asked) await lockCasesOfMove(tx, asked.newEmail);
    const owner = asked && (await lockEducator(tx, asked.accountId));
    const change = owner && (await findMoveByCode(tx, codeHash, ctx.now));
    if (!change) return err('code_unknown');
    const { id: changeId, newEmail } = change;
    const to = { accountId: owner.id, email: newEmail, verifiedAt: ctx.now };
    if (!(await moveAccount(tx, { ...to, because: 'account_moved', occasion: changeId }, ctx.now))) return err('address_taken');
    await saveChange(tx, changeId, { newConfirmedAt: ctx.now, endedAt: ctx.now });
    const told = { kind: 'account_moved', dedupeKey: `account_moved:${changeId}`, payload: { changeId } };
    await stageMessage(tx, { ...told, to: { address: owner.email } }, ctx.now);
    const closed = await closeCasesOfMove(tx, { accountId: owner.id, newEmail }, ctx.now);
    await recordAudit(
      tx,
      ctx,
      { type: 'account_moved', subject: { kind: 'account', id: owner.id }, details: { by: 'codes' } },
      ...closed.map(({ id, reference }) => {
        const details = { reference, outcome: 'moved_by_codes' };
        return { type: 'identity_case_settled', subject: { kind: 'identity_case', id }, details } as const;
      }),
    );
    return ok();
  });
}
