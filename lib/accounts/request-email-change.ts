import { and, eq, isNull } from 'drizzle-orm';
import { countWithin } from '@/db/limits';
import { emailChange } from '@/db/schema/accounts';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { emailKey } from '@/lib/shared/email-address';
import { err, ok, type Result } from '@/lib/shared/result';
import { hoursLater, limits } from './rules';
import { findAccountByEmail, lockAccount } from './store';

/** Asks for another address: a code goes to both, and the change happens when both codes have come back. */
export async function requestEmailChange(
  ctx: Ctx<Educator | Staff>,
  input: { readonly email: string },
): Promise<Result<void, 'not_found' | 'same_address' | 'too_many_attempts'>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    const owner = await lockAccount(tx, accountId);
    if (!owner) return err('not_found');
    if (owner.emailKey === emailKey(input.email)) return err('same_address');
    if (!(await countWithin(tx, limits.emailChange, accountId, ctx.now))) return err('too_many_attempts');
    await endOpenChange(tx, accountId, ctx.now);
    const expiresAt = hoursLater(ctx.now, 24);
    const wanted = { accountId, newEmail: input.email, newEmailKey: emailKey(input.email), requestedAt: ctx.now, expiresAt };
    const [change] = await tx.insert(emailChange).values(wanted).returning({ id: emailChange.id });
    if (!change) throw new Error('An email change was not written');
    await stageCodes(tx, { accountId, changeId: change.id, newEmail: input.email }, ctx.now);
    await recordAudit(tx, ctx, { type: 'email_change_requested', subject: { kind: 'account', id: accountId } });
    return ok();
  });
}

// Somebody else's address gets the message of a taken address instead of a code: the page reads the same either way.
async function stageCodes(tx: Tx, change: { accountId: string; changeId: string; newEmail: string }, now: Date) {
  const { accountId, changeId } = change;
  const payload = { changeId };
  const toOld = { kind: 'email_change_old', dedupeKey: `email_change_old:${changeId}`, to: { accountId }, payload };
  await stageMessage(tx, toOld, now);
  const holder = await findAccountByEmail(tx, change.newEmail);
  const toNew = holder
    ? { kind: 'account_already_exists', dedupeKey: `account_already_exists:${changeId}`, to: { accountId: holder.id } }
    : { kind: 'email_change_new', dedupeKey: `email_change_new:${changeId}`, to: { accountId }, payload };
  await stageMessage(tx, toNew, now);
}

async function endOpenChange(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .update(emailChange)
    .set({ endedAt: now })
    .where(and(eq(emailChange.accountId, accountId), isNull(emailChange.endedAt)));
}
