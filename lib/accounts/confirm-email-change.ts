import { and, eq, gt, isNull } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import { account, emailChange } from '@/db/schema/accounts';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { codeKey } from './codes';
import { lockAccount } from './store';

export type EmailChangeProgress = { readonly isDone: boolean };

/** Takes one of the two codes. The second one makes the change. */
export async function confirmEmailChange(
  ctx: Ctx<Educator | Staff>,
  input: { readonly code: string },
): Promise<Result<EmailChangeProgress, 'not_found' | 'wrong_code' | 'address_taken'>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    const owner = await lockAccount(tx, accountId);
    const change = await findOpenChange(tx, accountId, ctx.now);
    if (!owner || !change) return err('not_found');
    const side = sideOf(change, input.code);
    if (!side) return err('wrong_code');
    const isDone = await confirmSide(tx, change, side, ctx.now);
    if (!isDone) return ok<EmailChangeProgress>({ isDone });
    if (!(await moveAddress(tx, accountId, change))) return err('address_taken');
    const told = { kind: 'email_changed', dedupeKey: `email_changed:${change.id}`, payload: { changeId: change.id } };
    await stageMessage(tx, { ...told, to: { address: owner.email } }, ctx.now);
    await recordAudit(tx, ctx, { type: 'email_changed', subject: { kind: 'account', id: accountId } });
    return ok<EmailChangeProgress>({ isDone });
  });
}

type OpenChange = typeof emailChange.$inferSelect;

function sideOf(change: OpenChange, code: string): 'old' | 'new' | undefined {
  if (sameBytes(change.oldTokenHash, codeKey(code))) return 'old';
  return sameBytes(change.newTokenHash, codeKey(code)) ? 'new' : undefined;
}

/** Notes that one address has confirmed, and says whether both have now. */
async function confirmSide(tx: Tx, change: OpenChange, side: 'old' | 'new', now: Date): Promise<boolean> {
  const oldConfirmedAt = change.oldConfirmedAt ?? (side === 'old' ? now : null);
  const newConfirmedAt = change.newConfirmedAt ?? (side === 'new' ? now : null);
  const isDone = oldConfirmedAt !== null && newConfirmedAt !== null;
  const endedAt = isDone ? now : null;
  await tx.update(emailChange).set({ oldConfirmedAt, newConfirmedAt, endedAt }).where(eq(emailChange.id, change.id));
  return isDone;
}

async function moveAddress(tx: Tx, accountId: string, change: { newEmail: string; newEmailKey: string }): Promise<boolean> {
  try {
    const moved = { email: change.newEmail, emailKey: change.newEmailKey };
    await tx.transaction((inner) => inner.update(account).set(moved).where(eq(account.id, accountId)));
    return true;
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'account_email')) return false;
    throw thrown;
  }
}

async function findOpenChange(tx: Tx, accountId: string, now: Date) {
  const [row] = await tx
    .select()
    .from(emailChange)
    .where(and(eq(emailChange.accountId, accountId), isNull(emailChange.endedAt), gt(emailChange.expiresAt, now)));
  return row;
}

function sameBytes(stored: Uint8Array | null, typed: Uint8Array): boolean {
  return stored !== null && Buffer.from(stored).equals(typed);
}
