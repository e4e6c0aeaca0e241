import { emailChange } from '@/db/schema/accounts';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { codeKeyFor } from './codes';
import { endOpenChanges, lockEducator } from './move-steps';
import { findAccountOfRecoveryCode, saveRecovery } from './recovery-store';
import { hoursLater, recoveryHours } from './rules';
import { findAccountByEmail } from './store';

// The code is the authority: whoever types it is not signed in and can see nobody's second address.
const byCode: Worker = { kind: 'worker', job: 'start_recovery' };

/**
 * The code from the second address, typed with the new address it was asked for. A code goes to that address now, and when it
 * comes back too the account moves (identity/finish-recovery). Used once.
 */
export async function startRecovery(
  ctx: Ctx,
  input: { readonly email: string; readonly code: string },
): Promise<Result<void, 'code_unknown'>> {
  const codeHash = codeKeyFor('recovery', input.code, input.email);
  return transact(byCode, async (tx) => {
    const accountId = await findAccountOfRecoveryCode(tx, codeHash, ctx.now);
    const owner = accountId ? await lockEducator(tx, accountId) : undefined;
    if (!owner || (await findAccountOfRecoveryCode(tx, codeHash, ctx.now)) !== owner.id) return err('code_unknown');
    await saveRecovery(tx, owner.id, { codeHash: null, codeExpiresAt: null });
    const changeId = await openMove(tx, owner.id, input.email, ctx.now);
    await stageCode(tx, { accountId: owner.id, changeId, email: input.email }, ctx.now);
    await recordAudit(tx, ctx, { type: 'account_recovery_started', subject: { kind: 'account', id: owner.id } });
    return ok();
  });
}

async function openMove(tx: Tx, accountId: string, newEmail: string, now: Date): Promise<string> {
  await endOpenChanges(tx, accountId, now);
  const wanted = { accountId, newEmail, newEmailKey: emailKey(newEmail), requestedAt: now, expiresAt: hoursLater(now, recoveryHours) };
  const [change] = await tx.insert(emailChange).values({ ...wanted, oldConfirmedAt: now }).returning({ id: emailChange.id });
  return must(change, 'the move just opened').id;
}

// Somebody else's address gets the message of a taken address instead of a code: the page reads the same either way.
async function stageCode(tx: Tx, move: { accountId: string; changeId: string; email: string }, now: Date): Promise<void> {
  const holder = await findAccountByEmail(tx, move.email);
  const kind = holder ? 'account_already_exists' : 'account_move_code';
  const dedupeKey = `${kind}:${move.changeId}`;
  await stageMessage(tx, { kind, dedupeKey, to: { accountId: holder?.id ?? move.accountId }, payload: { changeId: move.changeId } }, now);
}
