import { eq } from 'drizzle-orm';
import { account, emailChange } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { confirmEmailChange } from '@/lib/accounts/confirm-email-change';
import { accountProfile } from '@/lib/accounts/queries';
import { requestEmailChange } from '@/lib/accounts/request-email-change';
import { signIn } from '@/lib/accounts/sign-in';
import { must } from '@/lib/shared/result';
import { tenConnections } from '@/tests/integration/staff/filed';
import { asAnyone, behindAccount, goodPassword, later, newAddress, outcome, settledEducator, type Settled } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { again, now } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

const addressOf = async (one: Settled) =>
  (await db().select().from(account).where(eq(account.id, one.ctx.actor.accountId)))[0]?.email;
const changesOf = (one: Settled) => db().select().from(emailChange).where(eq(emailChange.accountId, one.ctx.actor.accountId));
const ask = (one: Settled, email: string, at = now) => requestEmailChange(again(one.ctx, at), { email });
const confirm = (one: Settled, code: string, at = now) => confirmEmailChange(again(one.ctx, at), { code });
const done = (isDone: boolean) => ({ ok: true, value: { isDone } });
const changed = async (one: Settled) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, one.ctx.actor.accountId))).filter(
    (event) => event.type === 'email_changed',
  );

/** Somebody who has asked for another address, with the codes from both letters. */
async function asked(at = now) {
  const one = await settledEducator(letters);
  const wanted = newAddress();
  expect(await ask(one, wanted, at)).toEqual({ ok: true, value: undefined });
  await deliverMail(at);
  return { one, wanted, oldCode: codeIn(letters.to(one.email).at(-1)), newCode: codeIn(letters.to(wanted).at(-1)) };
}

describe('changing the email address', () => {
  it.each([
    ['the old one first', 'oldCode', 'newCode'],
    ['the new one first', 'newCode', 'oldCode'],
  ] as const)('happens when both addresses have confirmed, %s', async (_order, first, second) => {
    const all = await asked();
    const { one, wanted } = all;
    expect(await confirm(one, all[first])).toEqual(done(false));
    expect(await addressOf(one)).toBe(one.email);
    const progress = { oldConfirmed: first === 'oldCode', newConfirmed: first === 'newCode' };
    expect((await accountProfile(one.ctx))?.emailChange).toEqual({ newEmail: wanted, ...progress });
    expect(await confirm(one, all[second].toLowerCase().replaceAll('-', ' '))).toEqual(done(true));
    expect(await addressOf(one)).toBe(wanted);
    expect((await accountProfile(one.ctx))?.emailChange).toBeNull();
    expect(outcome(await signIn(asAnyone(), { username: wanted, password: goodPassword }))).toBe('ok');
    expect(outcome(await signIn(asAnyone(), { username: one.email, password: goodPassword }))).toBe('wrong_username_or_password');
  });

  it('tells the old address, without showing it the whole new one', async () => {
    const { one, wanted, oldCode, newCode } = await asked();
    expect(letters.to(one.email).at(-1)?.text).not.toContain(wanted);
    await confirm(one, oldCode);
    await confirm(one, newCode);
    await deliverMail();
    const told = must(letters.to(one.email).at(-1), 'a letter').text;
    expect(told).toContain(`${wanted.charAt(0)}•••@example.test`);
    expect(told).not.toContain(wanted);
  });

  it('does not happen by one code typed twice', async () => {
    const { one, newCode } = await asked();
    expect(await confirm(one, newCode)).toEqual(done(false));
    expect(await confirm(one, newCode)).toEqual(done(false));
    expect(await addressOf(one)).toBe(one.email);
  });

  it('is refused: a wrong code, or the code of somebody else', async () => {
    const [mine, theirs] = [await asked(), await asked()];
    expect(await confirm(mine.one, '00000-00000-00000-00000-000000')).toEqual({ ok: false, error: 'wrong_code' });
    expect(await confirm(mine.one, theirs.newCode)).toEqual({ ok: false, error: 'wrong_code' });
    expect(await changesOf(mine.one)).toMatchObject([{ oldConfirmedAt: null, newConfirmedAt: null, endedAt: null }]);
  });

  it('is over after 24 hours', async () => {
    const { one, oldCode } = await asked();
    expect(await confirm(one, oldCode, later(24 * 60))).toEqual({ ok: false, error: 'not_found' });
    expect(await confirm(one, oldCode, later(24 * 60 - 1))).toEqual(done(false));
  });

  it('starts again with a second wish: the codes of the first are worth nothing', async () => {
    const { one, oldCode, newCode } = await asked();
    const better = newAddress();
    await ask(one, better, later(1));
    await deliverMail(later(1));
    for (const code of [oldCode, newCode]) expect(await confirm(one, code, later(2))).toEqual({ ok: false, error: 'wrong_code' });
    expect((await changesOf(one)).filter((row) => row.endedAt === null)).toMatchObject([{ newEmail: better }]);
  });

  it('needs no confirming where nothing was asked, and no asking for the same address', async () => {
    const one = await settledEducator(letters);
    expect(await confirm(one, '00000-00000-00000-00000-000000')).toEqual({ ok: false, error: 'not_found' });
    expect(await ask(one, one.email.toUpperCase())).toEqual({ ok: false, error: 'same_address' });
    expect(await changesOf(one)).toEqual([]);
  });

  it('can be asked for five times a day', async () => {
    const one = await settledEducator(letters);
    for (let go = 0; go < 5; go += 1) expect(outcome(await ask(one, newAddress()))).toBe('ok');
    expect(await ask(one, newAddress())).toEqual({ ok: false, error: 'too_many_attempts' });
  });

  it("answers somebody else's address the same, and that owner gets no code but the message of a taken address", async () => {
    const [one, owner] = [await settledEducator(letters), await settledEducator(letters)];
    expect(await ask(one, owner.email)).toEqual({ ok: true, value: undefined });
    await deliverMail();
    expect(letters.to(owner.email).at(-1)?.text).toMatch(/already/i);
    expect(() => codeIn(letters.to(owner.email).at(-1))).toThrow('a code');
    const oldCode = codeIn(letters.to(one.email).at(-1));
    expect(await confirm(one, oldCode)).toEqual(done(false));
    expect(await addressOf(one)).toBe(one.email);
  });

  it('is refused at the end where somebody opened an account with that address in the meantime', async () => {
    const { one, wanted, oldCode, newCode } = await asked();
    await confirm(one, oldCode);
    await settledEducator(letters, wanted);
    expect(await confirm(one, newCode)).toEqual({ ok: false, error: 'address_taken' });
    expect(await addressOf(one)).toBe(one.email);
    expect(await changed(one)).toEqual([]);
  });

  it('happens once when the second code is sent ten times at once', async () => {
    await tenConnections();
    const { one, oldCode, newCode, wanted } = await asked();
    await confirm(one, oldCode);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(one, newCode)));
    expect(answers.filter((answer) => answer.ok)).toEqual([done(true)]);
    expect(answers.filter((answer) => !answer.ok && answer.error === 'not_found')).toHaveLength(9);
    expect(await changed(one)).toHaveLength(1);
    expect(await addressOf(one)).toBe(wanted);
  });

  it('happens when both codes arrive at the same moment', async () => {
    await tenConnections();
    const { one, oldCode, newCode, wanted } = await asked();
    await behindAccount(one.ctx.actor.accountId, [() => confirm(one, oldCode), () => confirm(one, newCode)]);
    expect(await addressOf(one)).toBe(wanted);
  });

  it('keeps one open wish of ten that are made at once', async () => {
    await tenConnections();
    const one = await settledEducator(letters);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(one, newAddress())));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5);
    expect((await changesOf(one)).filter((row) => row.endedAt === null)).toHaveLength(1);
  });
});
