import { eq } from 'drizzle-orm';
import { account, staffInvitation, staffRole } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { acceptInvitation } from '@/lib/accounts/accept-invitation';
import { inviteFirstStaff } from '@/lib/accounts/invite-first-staff';
import { liveSession } from '@/lib/accounts/live-session';
import { acceptInvitationInput } from '@/lib/accounts/model';
import { must } from '@/lib/shared/result';
import { asAnyone, later, newAddress, outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { now, signedInEducator, workerCtx } from '@/tests/support/people';
import { tenConnections } from './filed';

const { db } = useDatabase();

const names = { firstName: 'Ada', lastName: 'Desk', newPassword: 'four plain walking words' };
const accept = (code: string, change: Partial<typeof names> = {}, at = now) => acceptInvitation(asAnyone(at), { ...names, ...change, code });

async function invited(email: string): Promise<string> {
  // Only while there is no staff: whoever joined before makes room.
  await db().update(account).set({ kind: 'educator' }).where(eq(account.kind, 'staff'));
  const answer = await inviteFirstStaff(workerCtx(), { email });
  return must(answer.ok ? answer.value.code : undefined, 'an invitation');
}

const invitationTo = async (email: string) => (await db().select().from(staffInvitation).where(eq(staffInvitation.email, email)))[0];
const accountsAt = (email: string) => db().select().from(account).where(eq(account.email, email));

describe('joining the staff', () => {
  it('by invitation and password opens a sign-in that waits for the authenticator', async () => {
    const email = newAddress();
    const code = await invited(email);
    const opened = await accept(code.toLowerCase().replaceAll('-', ' '));
    const half = must(await liveSession(opened.ok ? opened.value.token : '', now), 'a sign-in');
    expect(half).toMatchObject({ kind: 'staff', stage: 'totp', roles: ['administrator'], firstName: 'Ada' });
    const trail = await db().select().from(auditEvent).where(eq(auditEvent.subjectId, half.accountId));
    expect(trail).toMatchObject([{ type: 'staff_joined', details: { role: 'administrator' } }]);
    expect(await invitationTo(email)).toMatchObject({ acceptedAt: now });
  });

  it('is refused with a code that is wrong, late or used', async () => {
    const code = await invited(newAddress());
    expect(await accept('WRONG-WRONG')).toEqual({ ok: false, error: 'invitation_spent' });
    expect(await accept(code, {}, later(73 * 60))).toEqual({ ok: false, error: 'invitation_spent' });
    expect(outcome(await accept(code))).toBe('ok');
    expect(await accept(code)).toEqual({ ok: false, error: 'invitation_spent' });
  });

  it('is done by one of ten that use one code at once', async () => {
    await tenConnections();
    const email = newAddress();
    const code = await invited(email);
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(code)));
    expect(answers.map(outcome).sort()).toEqual([...Array<string>(9).fill('invitation_spent'), 'ok']);
    const [made] = await accountsAt(email);
    expect(await db().select().from(staffRole).where(eq(staffRole.accountId, made?.id ?? ''))).toHaveLength(1);
  });

  it.each([
    ['password_names_you', 'adaadaada desk desk'],
    ['password_repeats', 'aaaaaaaaaaaaaaa'],
    ['password_too_common', 'password1234'],
  ])('is refused: %s, and the invitation stays good', async (error, newPassword) => {
    const email = newAddress();
    const code = await invited(email);
    expect(await accept(code, { newPassword })).toEqual({ ok: false, error });
    expect(await invitationTo(email)).toMatchObject({ acceptedAt: null });
    expect(outcome(await accept(code))).toBe('ok');
  });

  it('is refused where the address has an account', async () => {
    const email = newAddress();
    await signedInEducator({ email });
    expect(await accept(await invited(email))).toEqual({ ok: false, error: 'address_taken' });
    expect(await accountsAt(email)).toMatchObject([{ kind: 'educator' }]);
  });

  it('asks for twelve characters typed twice', () => {
    const typed = { code: 'X', firstName: 'Ada', lastName: 'Desk', newPassword: 'twelve chars', confirmPassword: 'twelve chars' };
    expect(acceptInvitationInput.safeParse(typed).success).toBe(true);
    expect(acceptInvitationInput.safeParse({ ...typed, confirmPassword: 'twelve chats' }).success).toBe(false);
    expect(acceptInvitationInput.safeParse({ ...typed, newPassword: 'short', confirmPassword: 'short' }).success).toBe(false);
  });
});
