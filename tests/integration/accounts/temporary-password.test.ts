import { desc, eq } from 'drizzle-orm';
import { account, session, temporaryPassword } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { message } from '@/db/schema/mail';
import { createAccount } from '@/lib/accounts/create-account';
import { forgotPassword } from '@/lib/accounts/forgot-password';
import { liveSession } from '@/lib/accounts/live-session';
import { setPassword } from '@/lib/accounts/set-password';
import { signIn } from '@/lib/accounts/sign-in';
import type { Ctx } from '@/lib/shared/context';
import { tenConnections } from '@/tests/integration/staff/filed';
import {
  asAnyone,
  behindAccount,
  firstSignIn,
  goodPassword,
  later,
  newAddress,
  outcome,
  settledEducator,
  signedUp,
  typedBy,
  type SignedUp,
} from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { now, signedInEducator, signedInStaff, workerCtx } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

const accountOf = async ({ email }: { email: string }) => (await db().select().from(account).where(eq(account.email, email)))[0];
const passwordsOf = async (one: SignedUp) =>
  db()
    .select()
    .from(temporaryPassword)
    .where(eq(temporaryPassword.accountId, (await accountOf(one))?.id ?? ''))
    .orderBy(desc(temporaryPassword.mintedAt));
const signInAs = (one: SignedUp, password = one.temporaryPassword, at = now) =>
  signIn(asAnyone(at), { username: one.username, password });
const set = (ctx: Ctx, one: SignedUp, newPassword = goodPassword) =>
  setPassword(ctx, { temporaryPassword: one.temporaryPassword, newPassword });
const settings = async (accountId: string) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, accountId))).filter(({ type }) => type === 'password_set');

describe('the temporary password', () => {
  it('is minted when its email is sent, and not before', async () => {
    const email = newAddress();
    await createAccount(asAnyone(), typedBy(email));
    const one = { email, signUpToken: '', username: '', temporaryPassword: '' };
    expect(await passwordsOf(one)).toEqual([]);
    await deliverMail(later(45));
    const [minted] = await passwordsOf(one);
    expect(minted).toMatchObject({ mintedAt: later(45), expiresAt: later(45 + 24 * 60), usedAt: null });
  });

  it('has 26 characters of 32, 130 bits, and is kept nowhere but as a keyed hash', async () => {
    const one = await signedUp(letters);
    const bare = one.temporaryPassword.replaceAll('-', '');
    expect(bare).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    const [kept] = await passwordsOf(one);
    expect(kept?.hash).toHaveLength(32);
    expect(JSON.stringify(await db().select().from(message))).not.toContain(one.temporaryPassword);
  });

  it.each([
    ['without hyphens', (code: string) => code.replaceAll('-', '')],
    ['with spaces, also before and after', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with O for nought', (code: string) => code.replaceAll('0', 'O')],
    ['with I for one', (code: string) => code.replaceAll('1', 'I')],
    ['with l for one', (code: string) => code.toLowerCase().replaceAll('1', 'l')],
    ['with the long hyphens that mail programs make', (code: string) => code.replaceAll('-', '–')],
  ])('may be typed %s', async (_how, spelled) => {
    const one = await signedUp(letters);
    const typed = spelled(one.temporaryPassword);
    expect(outcome(await signInAs(one, typed))).toBe('ok');
    const ctx = await firstSignIn(one);
    expect(outcome(await setPassword(ctx, { temporaryPassword: typed, newPassword: goodPassword }))).toBe('ok');
  });

  it('opens a sign-in that leads only to setting a password', async () => {
    const one = await signedUp(letters);
    const opened = await signInAs(one);
    expect(opened).toMatchObject({ ok: true, value: { stage: 'set_password' } });
    const token = opened.ok ? opened.value.token : '';
    expect(await liveSession(token, now)).toMatchObject({ stage: 'set_password', kind: 'educator' });
    expect(await liveSession(token, later(16))).toBeUndefined();
  });

  it('is good until one is set, however often the page is reached', async () => {
    const one = await signedUp(letters);
    for (let go = 0; go < 12; go += 1) expect(outcome(await signInAs(one))).toBe('ok');
    expect((await passwordsOf(one))[0]?.usedAt).toBeNull();
  });

  it('is used up when one is set, with every other one in the mail, and a new one is offered', async () => {
    const one = await signedUp(letters);
    const second = await signedUp(letters, one.email, later(1));
    const ctx = await firstSignIn(one, later(2));
    expect(outcome(await set(ctx, one))).toBe('ok');
    expect(await signInAs(one, one.temporaryPassword, later(3))).toEqual({ ok: false, error: 'temporary_password_spent' });
    expect(await signInAs(one, second.temporaryPassword, later(3))).toEqual({ ok: false, error: 'temporary_password_spent' });
  });

  it('is over after 24 hours, to the minute, and a new one is offered', async () => {
    const one = await signedUp(letters);
    const ctx = await firstSignIn(one, later(24 * 60 - 1));
    expect(await signInAs(one, one.temporaryPassword, later(24 * 60))).toEqual({ ok: false, error: 'temporary_password_spent' });
    expect(await set({ ...ctx, now: later(24 * 60) }, one)).toEqual({ ok: false, error: 'temporary_password_spent' });
  });

  it('opens no account but its own', async () => {
    const [one, other] = [await signedUp(letters), await signedUp(letters)];
    expect(await signInAs(one, other.temporaryPassword)).toEqual({ ok: false, error: 'wrong_username_or_password' });
    const ctx = await firstSignIn(one);
    expect(await set(ctx, other)).toEqual({ ok: false, error: 'temporary_password_wrong' });
  });
});

describe('setting the personal password', () => {
  it('opens a full sign-in, proves the address, and ends the sign-in that led here', async () => {
    const one = await signedUp(letters);
    const ctx = await firstSignIn(one);
    const opened = await set(ctx, one);
    expect(await liveSession(opened.ok ? opened.value.token : '', now)).toMatchObject({ stage: 'full' });
    expect(await accountOf(one)).toMatchObject({ emailVerifiedAt: now, passwordSetAt: now });
    const [half] = await db().select().from(session).where(eq(session.id, ctx.actor.sessionId));
    expect(half).toMatchObject({ endedAt: now, endedBecause: 'password_set' });
    expect(outcome(await signInAs(one, goodPassword))).toBe('ok');
  });

  it.each([
    ['password_too_common', 'passwordpassword'],
    ['password_too_common', 'Connecticut 2026!'],
    ['password_repeats', 'aaaaaaaaaaaaaaaa'],
    ['password_repeats', 'ghijklmnopqrstuvw'],
    ['password_names_you', 'NoraNewmanNora26'],
  ])('is refused: %s', async (error, newPassword) => {
    const one = await signedUp(letters);
    const ctx = await firstSignIn(one);
    expect(await set(ctx, one, newPassword)).toEqual({ ok: false, error });
    expect((await passwordsOf(one))[0]?.usedAt).toBeNull();
    expect(outcome(await set(ctx, one))).toBe('ok');
  });

  it('is for a sign-in by temporary password only', async () => {
    const one = await settledEducator(letters);
    await forgotPassword(asAnyone(later(1)), { username: one.email });
    await deliverMail(later(1));
    const fresh = { ...one, temporaryPassword: codeIn(letters.to(one.email).at(-1)) };
    const full = { ...one.ctx, actor: { ...one.ctx.actor, kind: 'newcomer' } } as const;
    const strangers = [asAnyone(), workerCtx(), one.ctx, await signedInEducator(), await signedInStaff('administrator')];
    const refused = { ok: false, error: 'not_found' };
    for (const ctx of [full, ...strangers]) expect(await set({ ...ctx, now: later(2) }, fresh)).toEqual(refused);
    const ended = await firstSignIn(fresh, later(2));
    expect(await set({ ...ended, now: later(18) }, fresh)).toEqual(refused);
  });

  it('sends staff on to their second factor: reading their mail is not enough', async () => {
    const one = await settledEducator(letters);
    await db().update(account).set({ kind: 'staff' }).where(eq(account.email, one.email));
    await forgotPassword(asAnyone(later(1)), { username: one.email });
    await deliverMail(later(1));
    const fresh = { ...one, temporaryPassword: codeIn(letters.to(one.email).at(-1)) };
    const opened = await set(await firstSignIn(fresh, later(2)), fresh, 'another five plain walking words');
    expect(opened).toMatchObject({ ok: true, value: { stage: 'totp' } });
  });

  it('happens once when one temporary password is used ten times at once', async () => {
    await tenConnections();
    const one = await signedUp(letters);
    const contexts = await Promise.all(Array.from({ length: 10 }, () => firstSignIn(one)));
    const words = ['red', 'orange', 'yellow', 'green', 'blue', 'indigo', 'violet', 'brown', 'black', 'white'];
    const accountId = contexts[0]?.actor.accountId ?? '';
    const work = contexts.map((ctx, index) => () => set(ctx, one, `walking words of ${words[index]} paint`));
    expect((await behindAccount(accountId, work)).filter((answer) => answer.ok)).toHaveLength(1);
    expect(await settings(accountId)).toHaveLength(1);
    const live = (await db().select().from(session).where(eq(session.accountId, accountId))).filter((row) => row.endedAt === null);
    expect(live).toHaveLength(1);
  });
});
