import { eq } from 'drizzle-orm';
import { account, emailChange, recoveryAddress, session } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { identityCase } from '@/db/schema/identity';
import { message } from '@/db/schema/mail';
import { addRecoveryAddress } from '@/lib/accounts/add-recovery-address';
import { confirmEmailChange } from '@/lib/accounts/confirm-email-change';
import { confirmRecoveryAddress } from '@/lib/accounts/confirm-recovery-address';
import { forgotPassword } from '@/lib/accounts/forgot-password';
import { setPassword } from '@/lib/accounts/set-password';
import { signIn } from '@/lib/accounts/sign-in';
import { startRecovery } from '@/lib/accounts/start-recovery';
import { finishRecovery } from '@/lib/identity/finish-recovery';
import { lostEmailInput } from '@/lib/identity/model';
import { objectToMove } from '@/lib/identity/object-to-move';
import { reportLostEmail } from '@/lib/identity/report-lost-email';
import { must } from '@/lib/shared/result';
import { tenConnections } from '@/tests/integration/staff/filed';
import { asAnyone, behindAccount, firstSignIn, goodPassword, later, newAddress, outcome, settledEducator, type Settled } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase, keepLog } from '@/tests/support/everything-written';
import { findLeaks, guardedText } from '@/tests/support/find-leaks';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { again, now, signedInEducator } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();
const logged = keepLog();

const accountOf = async ({ ctx }: Settled) => must((await db().select().from(account).where(eq(account.id, ctx.actor.accountId)))[0], 'the account');
const addressOf = async (one: Settled) => (await accountOf(one)).email;
const changesOf = ({ ctx }: Settled) => db().select().from(emailChange).where(eq(emailChange.accountId, ctx.actor.accountId));
const secondOf = async ({ ctx }: Settled) => (await db().select().from(recoveryAddress).where(eq(recoveryAddress.accountId, ctx.actor.accountId)))[0];
const liveSessions = async ({ ctx }: Settled) =>
  (await db().select().from(session).where(eq(session.accountId, ctx.actor.accountId))).filter((row) => row.endedAt === null);
const eventsOf = async ({ ctx }: Settled, type: string) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, ctx.actor.accountId))).filter((event) => event.type === type);
const start = (email: string, code: string, at = now) => startRecovery(asAnyone(at), { email, code });
const finish = (code: string, at = now) => finishRecovery(asAnyone(at), { code });
const object = (email: string, code: string, at = now) => objectToMove(asAnyone(at), { email, code });
const mayLogIn = async (username: string) => outcome(await signIn(asAnyone(), { username, password: goodPassword }));

async function report(newEmail: string, more: Record<string, string>, at = now) {
  const typed = { firstName: 'Lou', lastName: 'Locked', username: '', oldEmail: '', phone: '', message: 'Closed.', newEmail, ...more };
  const answer = await reportLostEmail(asAnyone(at), lostEmailInput.parse(typed));
  await deliverMail(at);
  return answer;
}

/** An account with a confirmed second address. */
async function withSecond() {
  const one = await settledEducator(letters);
  const second = newAddress();
  await addRecoveryAddress(again(one.ctx), { email: second, currentPassword: goodPassword });
  await deliverMail();
  expect(outcome(await confirmRecoveryAddress(again(one.ctx), { code: codeIn(letters.to(second).at(-1)) }))).toBe('ok');
  await deliverMail();
  return { one, second };
}

async function lost() {
  const { one, second } = await withSecond();
  const wanted = newAddress();
  await report(wanted, { username: one.username });
  return { one, second, wanted, code: codeIn(letters.to(second).at(-1)) };
}

async function started() {
  const all = await lost();
  expect(outcome(await start(all.wanted, all.code))).toBe('ok');
  await deliverMail();
  return { ...all, newCode: codeIn(letters.to(all.wanted).at(-1)) };
}

async function moved() {
  const all = await started();
  expect(outcome(await finish(all.newCode, later(1)))).toBe('ok');
  await deliverMail(later(1));
  return { ...all, objection: codeIn(letters.to(all.one.email).at(-1)) };
}

describe('"I no longer have that email", with a second address', () => {
  it.each(['username', 'oldEmail'] as const)('moves the same account by two codes, found by its %s', async (by) => {
    const { one, second } = await withSecond();
    const wanted = newAddress();
    const before = letters.to(one.email).length;
    await report(wanted, by === 'username' ? { username: one.username.toLowerCase() } : { oldEmail: one.email.toUpperCase() });
    expect(letters.to(one.email)).toHaveLength(before);
    expect(outcome(await start(wanted.replace('newcomer', 'NewComer'), codeIn(letters.to(second).at(-1))))).toBe('ok');
    await deliverMail();
    expect(await addressOf(one)).toBe(one.email);
    expect(outcome(await finish(codeIn(letters.to(wanted.replace('newcomer', 'NewComer')).at(-1))))).toBe('ok');
    expect((await accountOf(one)).email.toLowerCase()).toBe(wanted);
    expect(await liveSessions(one)).toEqual([]);
    expect(await mayLogIn(one.username)).toBe('ok');
    expect(await mayLogIn(wanted)).toBe('ok');
    expect(await mayLogIn(one.email)).toBe('wrong_username_or_password');
    expect((await eventsOf(one, 'account_moved'))[0]?.details).toEqual({ by: 'codes' });
  });

  it('closes the case that was opened meanwhile, and the old address hears of the move without the whole new one', async () => {
    const { one, wanted } = await moved();
    const cases = await db().select().from(identityCase).where(eq(identityCase.accountId, one.ctx.actor.accountId));
    expect(cases).toMatchObject([{ kind: 'lost_email', resolution: 'moved_by_codes', closedAt: later(1) }]);
    const told = must(letters.to(one.email).at(-1), 'a letter').text;
    expect(told).toContain(`${wanted.charAt(0)}•••@example.test`);
    expect(told).not.toContain(wanted);
    expect(letters.to(wanted).at(-1)?.subject).toMatch(/temporary password/);
  });

  it('answers alike whether or not there is an account or a second address, and stages as much', async () => {
    const { one, second } = await withSecond();
    const none = await settledEducator(letters);
    const before = letters.to(second).length;
    const staged = async (typed: Record<string, string>) => {
      const count = (await db().select().from(message)).length;
      const answer = await report(newAddress(), typed);
      return { keys: answer.ok && Object.keys(answer.value), staged: (await db().select().from(message)).length - count };
    };
    const answers = [await staged({ username: one.username }), await staged({ username: none.username }), await staged({ username: 'CT-AAAA-BBBB' })];
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ keys: ['reference', 'promisedBy'], staged: 2 })));
    expect(letters.to(second)).toHaveLength(before + 1);
  });

  it('is of no use to whoever knows only the username: without the code nothing is moved, told or ended', async () => {
    const { one, second } = await withSecond();
    const [thief, before] = [newAddress(), await liveSessions(one)];
    await report(thief, { username: one.username, oldEmail: one.email });
    const arrived = letters.to(thief).map((mail) => mail.text).join();
    expect(arrived).not.toMatch(/second|code/i);
    expect(arrived).not.toContain(second);
    expect(outcome(await start(thief, '00000-00000-00000-00000-000000'))).toBe('code_unknown');
    expect(await changesOf(one)).toEqual([]);
    expect(await liveSessions(one)).toEqual(before);
    expect(await addressOf(one)).toBe(one.email);
  });

  it("does not let the owner's own hands move it to the thief: the code of a thief's wish is good only with the thief's address", async () => {
    const { one, second } = await withSecond();
    const [mine, thief] = [newAddress(), newAddress()];
    await report(mine, { username: one.username });
    const code = codeIn(letters.to(second).at(-1));
    await report(thief, { username: one.username });
    const thiefs = codeIn(letters.to(second).at(-1));
    expect(letters.to(second).at(-1)?.text).not.toContain(thief);
    expect(outcome(await start(mine, thiefs))).toBe('code_unknown');
    expect(outcome(await start(mine, code))).toBe('code_unknown');
    await report(mine, { username: one.username });
    expect(outcome(await start(mine, codeIn(letters.to(second).at(-1))))).toBe('ok');
  });

  it('writes to the second address three times a day at most, whoever asks', async () => {
    const { one, second } = await withSecond();
    const before = letters.to(second).length;
    for (let go = 0; go < 5; go += 1) expect(outcome(await report(newAddress(), { username: one.username }))).toBe('ok');
    expect(letters.to(second)).toHaveLength(before + 3);
  });

  it('does not write to a second address that was never confirmed, or was removed', async () => {
    const one = await settledEducator(letters);
    const second = newAddress();
    await addRecoveryAddress(again(one.ctx), { email: second, currentPassword: goodPassword });
    await deliverMail();
    await report(newAddress(), { username: one.username });
    expect(letters.to(second)).toHaveLength(1);
  });

  it('has codes that are good for 24 hours and once', async () => {
    const { wanted, code } = await lost();
    expect(outcome(await start(wanted, code, later(24 * 60)))).toBe('code_unknown');
    expect(outcome(await start(wanted, code, later(24 * 60 - 1)))).toBe('ok');
    expect(outcome(await start(wanted, code, later(24 * 60 - 1)))).toBe('code_unknown');
    const { newCode } = await started();
    expect(outcome(await finish(newCode, later(24 * 60)))).toBe('code_unknown');
    expect(outcome(await finish(newCode))).toBe('ok');
    expect(outcome(await finish(newCode))).toBe('code_unknown');
  });

  it('takes no code for another: each opens one door', async () => {
    const { one, wanted, newCode } = await started();
    expect(outcome(await start(wanted, newCode))).toBe('code_unknown');
    expect(outcome(await object(one.email, newCode))).toBe('code_unknown');
    expect(outcome(await confirmEmailChange(again(one.ctx), { code: newCode }))).toBe('wrong_code');
    expect(await addressOf(one)).toBe(one.email);
  });

  it("answers the same for somebody else's address: that owner is told and gets no code", async () => {
    const { one, second } = await withSecond();
    const owner = await settledEducator(letters);
    await report(owner.email, { username: one.username });
    expect(outcome(await start(owner.email, codeIn(letters.to(second).at(-1))))).toBe('ok');
    await deliverMail();
    expect(letters.to(owner.email).at(-1)?.text).toMatch(/already/i);
    expect(await changesOf(one)).toMatchObject([{ newTokenHash: null }]);
  });

  it('is refused at the end where the address was taken meanwhile, and everything is as it was', async () => {
    const { one, wanted, newCode } = await started();
    await settledEducator(letters, wanted);
    expect(outcome(await finish(newCode))).toBe('address_taken');
    expect(await addressOf(one)).toBe(one.email);
    expect(await changesOf(one)).toMatchObject([{ newConfirmedAt: null, endedAt: null }]);
  });

  it('is done once when each code is sent ten times at once', async () => {
    await tenConnections();
    const { one, wanted, code } = await lost();
    const { accountId } = one.ctx.actor;
    const starts = await behindAccount(accountId, Array.from({ length: 9 }, () => () => start(wanted, code)));
    expect(starts.filter((answer) => answer.ok)).toHaveLength(1);
    await deliverMail();
    const newCode = codeIn(letters.to(wanted).at(-1));
    const ends = await behindAccount(accountId, Array.from({ length: 9 }, () => () => finish(newCode)));
    expect(ends.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await eventsOf(one, 'account_moved')).toHaveLength(1);
    expect(await changesOf(one)).toHaveLength(1);
  });
});

describe('"this was not me", from the address that was left', () => {
  it('puts the account back, throws out whoever has it, and a person looks at it', async () => {
    const { one, wanted, objection } = await moved();
    await forgotPassword(asAnyone(later(1)), { username: one.username });
    await deliverMail(later(1));
    const temporaryPassword = codeIn(letters.to(wanted).at(-1));
    const thief = await firstSignIn({ username: one.username, temporaryPassword }, later(2));
    const set = await setPassword({ ...thief, now: later(2) }, { temporaryPassword, newPassword: 'the thief chose these words' });
    expect(outcome(set)).toBe('ok');
    expect(outcome(await object(one.email, objection, later(2)))).toBe('ok');
    expect(await addressOf(one)).toBe(one.email);
    expect(await liveSessions(one)).toEqual([]);
    const asThief = await signIn(asAnyone(later(3)), { username: one.username, password: 'the thief chose these words' });
    expect(outcome(asThief)).toBe('wrong_username_or_password');
    expect(await secondOf(one)).toMatchObject({ email: '', confirmedAt: null });
    const open = (await db().select().from(identityCase).where(eq(identityCase.accountId, one.ctx.actor.accountId))).filter((row) => !row.closedAt);
    expect(open).toMatchObject([{ kind: 'lost_email' }]);
    await deliverMail(later(4));
    const mine = codeIn(letters.to(one.email).findLast((mail) => mail.subject.includes('temporary password')));
    expect(outcome(await signIn(asAnyone(later(5)), { username: one.email, password: mine }))).toBe('ok');
    expect(letters.to(wanted).at(-1)?.subject).toMatch(/back at its earlier/);
  });

  it('leaves the password where nobody set another since', async () => {
    const { one, objection } = await moved();
    await object(one.email, objection, later(2));
    expect(await mayLogIn(one.username)).toBe('ok');
  });

  it('is done once, said twice or ten times at once', async () => {
    await tenConnections();
    const { one, objection } = await moved();
    const answers = await behindAccount(one.ctx.actor.accountId, Array.from({ length: 9 }, () => () => object(one.email, objection)));
    expect(answers.map(outcome)).toEqual(Array.from({ length: 9 }, () => 'ok'));
    expect(outcome(await object(one.email, objection))).toBe('ok');
    expect(await eventsOf(one, 'account_move_undone')).toHaveLength(1);
  });

  it('is refused: a wrong code, another address, too late, moved on, taken', async () => {
    const { one, objection } = await moved();
    expect(outcome(await object(one.email, '00000-00000-00000-00000-000000'))).toBe('code_unknown');
    expect(outcome(await object(newAddress(), objection))).toBe('code_unknown');
    expect(outcome(await object(one.email, objection, later(14 * 24 * 60 + 1)))).toBe('too_late');
    await signedInEducator({ email: one.email });
    expect(outcome(await object(one.email, objection))).toBe('address_taken');
    await db().update(account).set({ email: 'on@example.test', emailKey: 'on@example.test' }).where(eq(account.id, one.ctx.actor.accountId));
    expect(outcome(await object(one.email, objection))).toBe('moved_on');
    expect(await eventsOf(one, 'account_move_undone')).toEqual([]);
  });

  it('leaves none of the codes in a column, a log or the trail', async () => {
    const { code, newCode, objection } = await moved();
    const guarded = [guardedText('second', code), guardedText('new', newCode), guardedText('objection', objection)];
    expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
    expect(findLeaks(guarded, [{ where: 'log', text: logged.lines.join('\n') }])).toEqual([]);
  });
});
