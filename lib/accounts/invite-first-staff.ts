import { sql } from 'drizzle-orm';
import { account, staffInvitation } from '@/db/schema/accounts';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, StaffRole } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { codeKey, newCode, spacedCode } from './codes';
import { hoursLater } from './rules';

export const invitationHours = 72;

/**
 * The very first administrator's invitation, while there is no staff at all. The command line prints the code once; nothing
 * else keeps it.
 */
export async function inviteFirstStaff(
  ctx: Ctx,
  input: { readonly email: string },
): Promise<Result<{ readonly code: string }, 'not_allowed' | 'staff_exist'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('first staff'))`);
    const [existing] = await tx.select({ id: account.id }).from(account).where(sql`${account.kind} = 'staff'`).limit(1);
    if (existing) return err('staff_exist');
    const role: StaffRole = 'administrator';
    const code = newCode();
    const [row] = await tx
      .insert(staffInvitation)
      .values({
        email: input.email,
        role,
        tokenHash: codeKey(code.reveal()),
        createdAt: ctx.now,
        expiresAt: hoursLater(ctx.now, invitationHours),
      })
      .returning({ id: staffInvitation.id });
    if (!row) throw new Error('An invitation was not written');
    await recordAudit(tx, ctx, { type: 'staff_invited', subject: { kind: 'staff', id: row.id }, details: { role } });
    return ok({ code: spacedCode(code) });
  });
}
