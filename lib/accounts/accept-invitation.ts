import { and, eq, gt, isNull } from 'drizzle-orm';
import { staffInvitation, staffRole, staffTotp } from '@/db/schema/accounts';
import { read, transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { seal } from '@/lib/shared/sealed';
import { codeKey } from './codes';
import { commonPasswords, hashPassword } from './passwords';
import { refusePassword, type PasswordRefusal } from './password-rules';
import { openSession, type OpenedSession } from './steps';
import { insertAccount, saveAccount } from './store';
import { newTotpSecret } from './totp';

export type AcceptInvitationInput = {
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly newPassword: string;
};
export type AcceptInvitationError = 'invitation_spent' | 'address_taken' | PasswordRefusal;

/** Joins the staff: names, password, and a fresh authenticator secret that the next page shows and the first code confirms. */
export async function acceptInvitation(
  ctx: Ctx,
  input: AcceptInvitationInput,
): Promise<Result<OpenedSession, AcceptInvitationError>> {
  // Looked up before the costly hash, so that nobody can keep the machine busy with made-up codes.
  if (!(await read(ctx.actor, (tx) => findInvitation(tx, input.code, ctx.now)))) return err('invitation_spent');
  const passwordHash = await hashPassword(input.newPassword);
  return transact(ctx.actor, async (tx) => {
    const invitation = await findInvitation(tx, input.code, ctx.now, 'lock');
    if (!invitation) return err('invitation_spent');
    const refusal = refusePassword(input.newPassword, commonPasswords, [input.firstName, input.lastName, invitation.email]);
    if (refusal) return err(refusal);
    const { firstName, lastName } = input;
    const proved = { passwordHash, passwordSetAt: ctx.now, emailVerifiedAt: ctx.now };
    const joined = await insertAccount(tx, { kind: 'staff', email: invitation.email, firstName, lastName }, ctx.now);
    if (!joined) return err('address_taken');
    await saveAccount(tx, joined.id, proved);
    await tx.insert(staffRole).values({ accountId: joined.id, role: invitation.role, grantedAt: ctx.now });
    const secret = seal(newTotpSecret(), { column: 'staff_totp.secret', row: joined.id });
    await tx.insert(staffTotp).values({ accountId: joined.id, secret });
    await tx.update(staffInvitation).set({ acceptedAt: ctx.now }).where(eq(staffInvitation.id, invitation.id));
    const opened = await openSession(tx, joined.id, 'totp', ctx.now);
    const subject = { kind: 'staff', id: joined.id } as const;
    await recordAudit(tx, ctx, { type: 'staff_joined', subject, details: { role: invitation.role } });
    return ok(opened);
  });
}

async function findInvitation(tx: Tx, code: string, now: Date, lock?: 'lock') {
  const isLive = and(isNull(staffInvitation.acceptedAt), gt(staffInvitation.expiresAt, now));
  const query = tx.select().from(staffInvitation).where(and(eq(staffInvitation.tokenHash, codeKey(code)), isLive));
  const [row] = lock ? await query.for('update') : await query;
  return row;
}
