import { eq } from 'drizzle-orm';
import { generate } from 'otplib';
import { account, staffInvitation, staffTotp } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { acceptInvitation } from '@/lib/accounts/accept-invitation';
import { confirmTotp } from '@/lib/accounts/confirm-totp';
import { inviteFirstStaff } from '@/lib/accounts/invite-first-staff';
import { liveSession } from '@/lib/accounts/live-session';
import { totpInput } from '@/lib/accounts/model';
import { totpEnrolment } from '@/lib/accounts/queries';
import { signIn } from '@/lib/accounts/sign-in';
import type { Ctx, Newcomer } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { tenConnections } from '@/tests/integration/staff/filed';
import { asAnyone, firstSignIn, goodPassword, later, newAddress, outcome, signedUp } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { now, signedInEducator, signedInStaff, workerCtx } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

type Half = { readonly ctx: Ctx<Newcomer>; readonly token: string };
type Joined = { readonly username: string; readonly key: string; readonly half: Half };

const codeAt = (key: string, at: Date) => generate({ secret: key, epoch: at.getTime() / 1000 });
const confirm = ({ ctx }: Half, code: string, at = ctx.now) => confirmTotp({ ...ctx, now: at }, { code });

async function halfSignIn(opened: Awaited<ReturnType<typeof acceptInvitation | typeof signIn>>, at: Date): Promise<Half> {
  const token = must(opened.ok ? opened.value.token : undefined, 'a sign-in');
  const { accountId, sessionId } = must(await liveSession(token, at), 'a live sign-in');
  return { token, ctx: { ...asAnyone(at), actor: { kind: 'newcomer', accountId, sessionId } } };
}

async function invited(email = newAddress()): Promise<string> {
  // The first invitation is only for an office without staff: whoever joined before makes room.
  await db().update(account).set({ kind: 'educator' }).where(eq(account.kind, 'staff'));
  const answer = await inviteFirstStaff(workerCtx(), { email });
  return must(answer.ok ? answer.value.code : undefined, 'an invitation');
}

/** Somebody who has accepted an invitation and has the authenticator's secret on their phone. */
async function joined(): Promise<Joined> {
  const names = { firstName: 'Ada', lastName: 'Desk', newPassword: goodPassword };
  const half = await halfSignIn(await acceptInvitation(asAnyone(), { ...names, code: await invited() }), now);
  const { key } = must(await totpEnrolment(half.ctx.actor), 'a secret to scan');
  const [row] = await db().select().from(account).where(eq(account.id, half.ctx.actor.accountId));
  return { username: must(row, 'the account').username, key, half };
}

const enter = async ({ username }: Joined, at: Date) => halfSignIn(await signIn(asAnyone(at), { username, password: goodPassword }), at);

describe('the second factor', () => {
  it('completes the enrolment with the first code, and each sign-in after it with another', async () => {
    const ada = await joined();
    const first = await confirm(ada.half, await codeAt(ada.key, now));
    expect(await liveSession(first.ok ? first.value.token : '', now)).toMatchObject({ stage: 'full', roles: ['administrator'] });
    expect(await liveSession(ada.half.token, now)).toBeUndefined();
    expect(await totpEnrolment(ada.half.ctx.actor)).toBeUndefined();
    const half = await enter(ada, later(5));
    expect(await confirm(half, await codeAt(ada.key, later(5)))).toMatchObject({ ok: true, value: { stage: 'full' } });
  });

  it('takes a code once, also for another sign-in', async () => {
    const ada = await joined();
    const code = await codeAt(ada.key, now);
    expect(outcome(await confirm(ada.half, code))).toBe('ok');
    const second = await enter(ada, now);
    expect(await confirm(second, code)).toEqual({ ok: false, error: 'wrong_code' });
    expect(await confirm(second, await codeAt(ada.key, later(-0.5)))).toEqual({ ok: false, error: 'wrong_code' });
    expect(outcome(await confirm(second, await codeAt(ada.key, later(0.5))))).toBe('ok');
  });

  it.each([
    ['a step early', 0.5, 'ok'],
    ['a step late', -0.5, 'ok'],
    ['two steps early', 1, 'wrong_code'],
    ['two steps late', -1, 'wrong_code'],
  ])('takes a code %s or not', async (_when, minutes, answer) => {
    const ada = await joined();
    expect(outcome(await confirm(ada.half, await codeAt(ada.key, later(minutes))))).toBe(answer);
  });

  it('is refused after five wrong codes in a quarter of an hour, whatever the sign-in', async () => {
    const ada = await joined();
    for (let go = 0; go < 5; go += 1) expect(outcome(await confirm(ada.half, '000000'))).toBe('wrong_code');
    const other = await enter(ada, later(1));
    expect(await confirm(other, await codeAt(ada.key, later(1)))).toEqual({ ok: false, error: 'too_many_attempts' });
    const afterwards = await enter(ada, later(16));
    expect(outcome(await confirm(afterwards, await codeAt(ada.key, later(16))))).toBe('ok');
  });

  it('is only for somebody half-way through a staff sign-in', async () => {
    const ada = await joined();
    const code = await codeAt(ada.key, now);
    const refused = { ok: false, error: 'not_found' };
    const others = [asAnyone(), workerCtx(), await signedInEducator(), await signedInStaff('administrator')];
    for (const ctx of [...others, await firstSignIn(await signedUp(letters))]) expect(await confirmTotp(ctx, { code })).toEqual(refused);
    expect(await confirm(ada.half, code, later(16))).toEqual(refused);
    expect(outcome(await confirm(ada.half, code))).toBe('ok');
  });

  it('keeps the secret sealed', async () => {
    const ada = await joined();
    const [row] = await db().select().from(staffTotp).where(eq(staffTotp.accountId, ada.half.ctx.actor.accountId));
    expect(Buffer.from(row?.secret ?? []).toString('latin1')).not.toContain(ada.key);
  });

  it('opens one sign-in of ten that use one code at once', async () => {
    await tenConnections();
    const ada = await joined();
    const halves = await Promise.all(Array.from({ length: 10 }, () => enter(ada, now)));
    const code = await codeAt(ada.key, now);
    const answers = await Promise.all(halves.map((half) => confirm(half, code)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const full = await db().select().from(auditEvent).where(eq(auditEvent.subjectId, ada.half.ctx.actor.accountId));
    expect(full.filter((event) => event.details.stage === 'full')).toHaveLength(1);
  });

  it('asks for six digits, and forgives the space between them', () => {
    expect(totpInput.parse({ code: ' 123 456 ' })).toEqual({ code: '123456' });
    expect(totpInput.safeParse({ code: '12345' }).success).toBe(false);
  });
});

describe('the first invitation', () => {
  it('is good for three days and once, and is kept only as a hash', async () => {
    const email = newAddress();
    const code = await invited(email);
    const [row] = await db().select().from(staffInvitation).where(eq(staffInvitation.email, email));
    expect(row).toMatchObject({ role: 'administrator', acceptedAt: null, expiresAt: later(72 * 60) });
    expect(JSON.stringify(await db().select().from(staffInvitation))).not.toContain(code.replaceAll('-', ''));
    const names = { firstName: 'Ada', lastName: 'Desk', newPassword: goodPassword };
    expect(outcome(await acceptInvitation(asAnyone(later(72 * 60)), { ...names, code }))).toBe('invitation_spent');
    expect(outcome(await acceptInvitation(asAnyone(later(72 * 60 - 1)), { ...names, code }))).toBe('ok');
    expect(outcome(await acceptInvitation(asAnyone(later(72 * 60 - 1)), { ...names, code }))).toBe('invitation_spent');
  });

  it('is only for an office without staff', async () => {
    await signedInStaff('reviewer');
    expect(await inviteFirstStaff(workerCtx(), { email: newAddress() })).toEqual({ ok: false, error: 'staff_exist' });
  });

  it('is given out by the command line alone', async () => {
    await db().update(account).set({ kind: 'educator' }).where(eq(account.kind, 'staff'));
    const actors = [asAnyone(), await signedInEducator(), await firstSignIn(await signedUp(letters))];
    for (const ctx of actors) {
      const email = newAddress();
      expect(await inviteFirstStaff(ctx, { email })).toEqual({ ok: false, error: 'not_allowed' });
      expect(await db().select().from(staffInvitation).where(eq(staffInvitation.email, email))).toEqual([]);
    }
  });
});
