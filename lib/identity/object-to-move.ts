import { transact, type Tx } from '@/db/transact';
import { codeKeyFor } from '@/lib/accounts/codes';
import { findMoveByObjection, lockEducator, moveAccountBack, type Change } from '@/lib/accounts/move-steps';
import { blankRecovery } from '@/lib/accounts/recovery-steps';
import { hoursLater, objectionDays } from '@/lib/accounts/rules';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { openCaseFor } from './review-steps';

// The code is the authority, and what it ends belongs to whoever has the account now.
const byCode: Worker = { kind: 'worker', job: 'object_to_move' };

export type ObjectToMoveError = 'code_unknown' | 'too_late' | 'moved_on' | 'address_taken';

/**
 * "This was not me", from the address that was left: the account is back there at once, whoever had it is signed out, a
 * password they set opens nothing, and the second address is no longer one. A person looks at it. Said twice, it is done once.
 */
export async function objectToMove(
  ctx: Ctx,
  input: { readonly email: string; readonly code: string },
): Promise<Result<void, ObjectToMoveError>> {
  const codeHash = codeKeyFor('objection', input.code, input.email);
  return transact(byCode, async (tx) => {
    const change = await findMoveByObjection(tx, codeHash);
    const owner = change && (await lockEducator(tx, change.accountId));
    if (!owner) return err('code_unknown');
    const movedAt = must(change.endedAt, 'when the account moved');
    if (owner.emailKey === emailKey(input.email)) return ok();
    if (hoursLater(movedAt, objectionDays * 24) <= ctx.now) return err('too_late');
    if (owner.emailKey !== change.newEmailKey) return err('moved_on');
    const back = { email: input.email, verifiedAt: ctx.now, because: 'move_disavowed', occasion: `back:${change.id}`, since: movedAt };
    if (!(await moveAccountBack(tx, owner, back, ctx.now))) return err('address_taken');
    await blankRecovery(tx, owner.id);
    const opened = await openCase(tx, change, input.email, ctx.now);
    await recordAudit(
      tx,
      ctx,
      { type: 'account_move_undone', subject: { kind: 'account', id: owner.id }, details: { by: 'address_left' } },
      { type: 'identity_case_opened', subject: { kind: 'identity_case', id: opened.id }, details: { reference: opened.reference } },
    );
    return ok();
  });
}

async function openCase(tx: Tx, { id, accountId, newEmail }: Change, oldEmail: string, now: Date) {
  const details = { oldEmail, newEmail, message: 'The account was moved by codes, and the address that was left said: this was not me.' };
  const opened = await openCaseFor(tx, { kind: 'lost_email', accountId, registrationId: null, candidateIds: [], details }, now);
  const payload = { caseId: opened.id };
  await stageMessage(tx, { kind: 'case_opened', dedupeKey: `case_opened:${opened.id}`, to: { accountId }, payload }, now);
  const toNew = { kind: 'account_moved_back', dedupeKey: `account_moved_back:${id}`, payload: { accountId } };
  await stageMessage(tx, { ...toNew, to: { address: newEmail } }, now);
  return opened;
}
