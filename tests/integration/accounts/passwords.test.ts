import { eq } from 'drizzle-orm';
import { account, session } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { changePassword } from '@/lib/accounts/change-password';
import { forgotPassword } from '@/lib/accounts/forgot-password';
import { forgotUsername } from '@/lib/accounts/forgot-username';
import { liveSession } from '@/lib/accounts/live-session';
import { changePasswordInput, setPasswordInput } from '@/lib/accounts/model';
import { setPassword } from '@/lib/accounts/set-password';
import { signIn } from '@/lib/accounts/sign-in';
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
  type Settled,
} from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { codeIn, deliverMail, useMailbox, usernameIn } from '@/tests/support/mail';
import { again, now } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

const newWords = 'seven purple bicycles asleep';
const change = (one: Settled, newPassword = newWords, currentPassword = goodPassword, at = now) =>
  changePassword(again(one.ctx, at), { currentPassword, newPassword });
const enter = (username: string, password: string, at = now) => signIn(asAnyone(at), { username, password });
const lastLetter = (email: string) => letters.to(email).at(-1);
const auditedOf = async (one: Settled) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, one.ctx.actor.accountId))).map((event) => event.type);

describe('changing the password', () => {
  it('goes on under a new cookie, ends every other sign-in, and tells the owner', async () => {
    const one = await settledEducator(letters);
    const elsewhere = await enter(one.username, goodPassword);
    const changed = await change(one);
    expect(await liveSession(changed.ok ? changed.value.token : '', now)).toMatchObject({ stage: 'full' });
    for (const old of [one.token, elsewhere.ok ? elsewhere.value.token : '']) expect(await liveSession(old, now)).toBeUndefined();
    expect(outcome(await enter(one.username, newWords))).toBe('ok');
    expect(outcome(await enter(one.username, goodPassword))).toBe('wrong_username_or_password');
    await deliverMail();
    expect(lastLetter(one.email)?.subject).toMatch(/password/i);
    expect(lastLetter(one.email)?.text).not.toContain(newWords);
    expect(await auditedOf(one)).toContain('password_changed');
  });

  it.each([
    ['current_password_wrong', newWords, 'not the right words'],
    ['password_too_common', 'iloveyouiloveyou', goodPassword],
    ['password_too_common', 'teacher certification', goodPassword],
    ['password_repeats', 'abababababababab', goodPassword],
    ['password_names_you', 'Newman Nora newm', goodPassword],
  ])('is refused: %s (%s)', async (error, newPassword, currentPassword) => {
    const one = await settledEducator(letters);
    expect(await change(one, newPassword, currentPassword)).toEqual({ ok: false, error });
    expect(await liveSession(one.token, now)).toBeDefined();
    expect(outcome(await enter(one.username, goodPassword))).toBe('ok');
    expect(await auditedOf(one)).not.toContain('password_changed');
  });

  it('takes no parts of the address for a password', async () => {
    const one = await settledEducator(letters, 'magdalenaczerny@example.test');
    expect(await change(one, 'magdalenaczerny1')).toEqual({ ok: false, error: 'password_names_you' });
  });

  it('is refused after ten tries in a quarter of an hour', async () => {
    const one = await settledEducator(letters);
    for (let go = 0; go < 10; go += 1) await change(one, newWords, 'not the right words');
    expect(await change(one)).toEqual({ ok: false, error: 'too_many_attempts' });
    expect(outcome(await change(one, newWords, goodPassword, later(15)))).toBe('ok');
  });

  it('is made by one of ten that know the old password at once', async () => {
    await tenConnections();
    const one = await settledEducator(letters);
    const words = ['red', 'orange', 'yellow', 'green', 'blue', 'indigo', 'violet', 'brown', 'black', 'white'];
    const work = words.map((word) => () => change(one, `walking words of ${word} paint`));
    const answers = await behindAccount(one.ctx.actor.accountId, work);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error === 'not_found')).toHaveLength(9);
    expect((await auditedOf(one)).filter((type) => type === 'password_changed')).toHaveLength(1);
  });

  it.each([
    ['newPassword', 'fourteen chars', 'fourteen chars', 'Use at least 15 characters'],
    ['newPassword', 'x'.repeat(129), 'x'.repeat(129), 'Use at most 128'],
    ['confirmPassword', newWords, 'seven purple bicycles asleep!', 'Type the same one twice'],
  ])('says by the field what is wrong with %s', (field, newPassword, confirmPassword, said) => {
    const typed = { currentPassword: goodPassword, temporaryPassword: 'X', newPassword, confirmPassword };
    for (const input of [changePasswordInput, setPasswordInput]) {
      const issue = input.safeParse(typed).error?.issues[0];
      expect(issue?.path).toEqual([field]);
      expect(issue?.message).toContain(said);
    }
  });
});

describe('a forgotten password', () => {
  it.each(['username', 'email'] as const)('brings a temporary one by %s, and the old one works until another is set', async (by) => {
    const one = await settledEducator(letters);
    expect(await forgotPassword(asAnyone(), { username: one[by] })).toEqual({ ok: true, value: undefined });
    await deliverMail();
    const temporaryPassword = codeIn(lastLetter(one.email));
    expect(outcome(await enter(one.username, goodPassword))).toBe('ok');
    const ctx = await firstSignIn({ ...one, temporaryPassword });
    expect(outcome(await enter(one.username, goodPassword))).toBe('ok');
    expect(outcome(await setPassword(ctx, { temporaryPassword, newPassword: newWords }))).toBe('ok');
    expect(outcome(await enter(one.username, goodPassword))).toBe('wrong_username_or_password');
    await deliverMail();
    expect(lastLetter(one.email)?.subject).toMatch(/password/i);
    expect(letters.to(one.email)).toHaveLength(4);
  });

  it('ends the sign-ins that somebody else may hold, once another is set', async () => {
    const one = await settledEducator(letters);
    await forgotPassword(asAnyone(), { username: one.email });
    await deliverMail();
    const temporaryPassword = codeIn(lastLetter(one.email));
    expect(await liveSession(one.token, now)).toBeDefined();
    await setPassword(await firstSignIn({ ...one, temporaryPassword }), { temporaryPassword, newPassword: newWords });
    const rows = await db().select().from(session).where(eq(session.accountId, one.ctx.actor.accountId));
    expect(rows.filter((row) => row.endedAt === null)).toHaveLength(1);
    expect(await liveSession(one.token, now)).toBeUndefined();
  });

  it('also lets somebody in who never used the first temporary password', async () => {
    const one = await signedUp(letters);
    await forgotPassword(asAnyone(later(60 * 30)), { username: one.email });
    await deliverMail(later(60 * 30));
    const temporaryPassword = codeIn(lastLetter(one.email));
    const ctx = await firstSignIn({ ...one, temporaryPassword }, later(60 * 30));
    expect(outcome(await setPassword(ctx, { temporaryPassword, newPassword: newWords }))).toBe('ok');
  });

  it('answers every address and username the same, and writes to an address without an account where to create one', async () => {
    const stranger = newAddress();
    const one = await settledEducator(letters);
    const before = letters.all().length;
    const answers = [stranger, one.email, one.username, 'CT-AAAA-BBBB', 'not an address@'];
    for (const username of answers) {
      expect(await forgotPassword(asAnyone(), { username })).toEqual({ ok: true, value: undefined });
    }
    await deliverMail();
    expect(lastLetter(stranger)?.text).toContain('/create-account');
    expect(letters.all().length - before).toBe(3);
  });

  it('writes three times an hour, by address and by username together', async () => {
    const one = await settledEducator(letters);
    const before = letters.to(one.email).length;
    for (const username of [one.email, one.username, one.email.toUpperCase(), one.username, one.email]) {
      expect(outcome(await forgotPassword(asAnyone(), { username }))).toBe('ok');
    }
    await deliverMail();
    expect(letters.to(one.email).length - before).toBe(3);
  });

  it('writes to nobody whose account was closed in the meantime', async () => {
    const one = await settledEducator(letters);
    const before = letters.to(one.email).length;
    await forgotPassword(asAnyone(), { username: one.email });
    await db().update(account).set({ closedAt: now }).where(eq(account.email, one.email));
    await deliverMail();
    expect(letters.to(one.email)).toHaveLength(before);
  });
});

describe('a forgotten username', () => {
  it('comes by email, and the page says the same for an address without an account', async () => {
    const one = await settledEducator(letters);
    const stranger = newAddress();
    for (const email of [one.email.toUpperCase(), stranger]) {
      expect(await forgotUsername(asAnyone(), { email })).toEqual({ ok: true, value: undefined });
    }
    await deliverMail();
    expect(usernameIn(lastLetter(one.email))).toBe(one.username);
    expect(lastLetter(stranger)?.text).toContain('/create-account');
  });

  it('is sent three times an hour', async () => {
    const one = await settledEducator(letters);
    const before = letters.to(one.email).length;
    for (let go = 0; go < 5; go += 1) expect(outcome(await forgotUsername(asAnyone(), { email: one.email }))).toBe('ok');
    await deliverMail();
    expect(letters.to(one.email).length - before).toBe(3);
  });
});
