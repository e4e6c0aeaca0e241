import { eq } from 'drizzle-orm';
import { account, session } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { liveSession } from '@/lib/accounts/live-session';
import { signInInput } from '@/lib/accounts/model';
import { signIn } from '@/lib/accounts/sign-in';
import { asAnyone, goodPassword, later, newAddress, outcome, settledEducator, signedUp, type SignedUp } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { useMailbox } from '@/tests/support/mail';
import { signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

const wrong = { ok: false, error: 'wrong_username_or_password' };
const enter = (username: string, password = goodPassword, at = later(0)) => signIn(asAnyone(at), { username, password });

describe('signing in', () => {
  it('opens a full sign-in for eight hours, or until fifteen minutes pass without a page', async () => {
    const { username } = await settledEducator(letters);
    const opened = await enter(username);
    expect(opened).toMatchObject({ ok: true, value: { stage: 'full' } });
    const token = opened.ok ? opened.value.token : '';
    for (let minutes = 0; minutes < 8 * 60; minutes += 14) {
      expect(await liveSession(token, later(minutes))).toMatchObject({ stage: 'full', registered: false, acknowledged: false });
    }
    expect(await liveSession(token, later(8 * 60))).toBeUndefined();
    const idle = await enter(username);
    expect(await liveSession(idle.ok ? idle.value.token : '', later(15))).toBeUndefined();
  });

  it.each([
    ['as the email shows it', (one: SignedUp) => one.username],
    ['without hyphens, in small letters', (one: SignedUp) => one.username.replaceAll('-', '').toLowerCase()],
    ['with spaces around', (one: SignedUp) => ` ${one.username} `],
    ['as the proved email address', (one: SignedUp) => one.email],
    ['as the address in capitals', (one: SignedUp) => one.email.toUpperCase()],
  ])('takes the username %s', async (_how, spelled) => {
    expect(outcome(await enter(spelled(await settledEducator(letters))))).toBe('ok');
  });

  it('does not take an address that nobody has proved', async () => {
    const one = await signedUp(letters);
    expect(await enter(one.email, one.temporaryPassword)).toEqual(wrong);
    expect(outcome(await enter(one.username, one.temporaryPassword))).toBe('ok');
  });

  it('answers an unknown username, a wrong password and a closed account the same', async () => {
    const { username, email } = await settledEducator(letters);
    expect(await enter('CT-AAAA-BBBB')).toEqual(wrong);
    expect(await enter(newAddress())).toEqual(wrong);
    expect(await enter(username, 'four plain walking word')).toEqual(wrong);
    await db().update(account).set({ closedAt: later(0) }).where(eq(account.email, email));
    expect(await enter(username)).toEqual(wrong);
  });

  it('takes a password however its accents are composed', async () => {
    const { username, email } = await settledEducator(letters);
    const spelled = { composed: 'caf\u00e9 sous la pluie', decomposed: 'cafe\u0301 sous la pluie' };
    const { hashPassword } = await import('@/lib/accounts/passwords');
    await db().update(account).set({ passwordHash: await hashPassword(spelled.composed) }).where(eq(account.email, email));
    expect(outcome(await enter(username, spelled.decomposed))).toBe('ok');
  });

  it('costs the same for a username that does not exist', async () => {
    const { username } = await settledEducator(letters);
    const took = { known: [] as number[], unknown: [] as number[] };
    for (let go = 0; go < 15; go += 1) {
      // Each in a window of its own, so that the limit never spares the work.
      const at = later(go * 20);
      took.known.push(await timed(() => enter(username, 'not the right words', at)));
      took.unknown.push(await timed(() => enter('CT-AAAA-BBBB', 'not the right words', at)));
    }
    const ratio = median(took.unknown) / median(took.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });

  it('sends staff to their second factor', async () => {
    const { username, email } = await settledEducator(letters);
    await db().update(account).set({ kind: 'staff' }).where(eq(account.email, email));
    expect(await enter(username)).toMatchObject({ ok: true, value: { stage: 'totp' } });
  });

  it('says nothing more after ten wrong passwords in a quarter of an hour, not even whether one was right', async () => {
    const { username } = await settledEducator(letters);
    for (let go = 0; go < 10; go += 1) expect(await enter(username, 'not the right words')).toEqual(wrong);
    expect(await enter(username)).toEqual({ ok: false, error: 'too_many_attempts' });
    expect(await enter(username, 'not the right words')).toEqual({ ok: false, error: 'too_many_attempts' });
    expect(outcome(await enter(username, goodPassword, later(15)))).toBe('ok');
  });

  it('forgets the wrong ones after a right one', async () => {
    const { username } = await settledEducator(letters);
    for (let go = 0; go < 9; go += 1) await enter(username, 'not the right words');
    expect(outcome(await enter(username))).toBe('ok');
    for (let go = 0; go < 9; go += 1) await enter(username, 'not the right words');
    expect(outcome(await enter(username))).toBe('ok');
  });

  it('counts exactly when ten wrong ones and ten more come at once', async () => {
    const { username } = await settledEducator(letters);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(username, 'not the right words')));
    expect(answers.map(outcome).sort()).toEqual([
      ...Array<string>(10).fill('too_many_attempts'),
      ...Array<string>(10).fill('wrong_username_or_password'),
    ]);
  });

  it('never locks out the temporary password of an email, the way back in', async () => {
    const one = await signedUp(letters);
    for (let go = 0; go < 11; go += 1) await enter(one.username, 'not the right words');
    expect(outcome(await enter(one.username, one.temporaryPassword))).toBe('ok');
  });

  it('is recorded with its stage, and a wrong go is not', async () => {
    const { username, ctx } = await settledEducator(letters);
    const before = await signIns(ctx.actor.accountId);
    await enter(username, 'not the right words');
    await enter(username);
    const since = (await signIns(ctx.actor.accountId)).slice(before.length);
    expect(since).toMatchObject([{ details: { stage: 'full' } }]);
  });

  it('keeps only the hash of the cookie', async () => {
    const { token, ctx } = await settledEducator(letters);
    const [row] = await db().select().from(session).where(eq(session.id, ctx.actor.sessionId));
    expect(row?.tokenHash).toHaveLength(32);
    expect(Buffer.from(row?.tokenHash ?? []).toString('base64url')).not.toBe(token);
  });

  it('opens nothing by the id of a row, or by another kind of cookie', async () => {
    const staff = await signedInStaff('reviewer');
    expect(await liveSession(staff.actor.sessionId, later(0))).toBeUndefined();
    expect(await liveSession('', later(0))).toBeUndefined();
  });

  it.each(['username', 'password'])('asks for the %s', (field) => {
    const typed = { username: 'CT-AAAA-BBBB', password: 'words', [field]: '' };
    expect(signInInput.safeParse(typed).error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});

const signIns = async (accountId: string) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, accountId))).filter(({ type }) => type === 'signed_in');

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
