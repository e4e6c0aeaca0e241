import { eq } from 'drizzle-orm';
import { recoveryAddress } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { read } from '@/db/transact';
import { addRecoveryAddress } from '@/lib/accounts/add-recovery-address';
import { confirmRecoveryAddress } from '@/lib/accounts/confirm-recovery-address';
import { mySecondAddress } from '@/lib/accounts/recovery-queries';
import { removeRecoveryAddress } from '@/lib/accounts/remove-recovery-address';
import { tenConnections } from '@/tests/integration/staff/filed';
import { behindAccount, goodPassword, later, newAddress, outcome, settledEducator, type Settled } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase, keepLog } from '@/tests/support/everything-written';
import { findLeaks, guardedText } from '@/tests/support/find-leaks';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { again, now } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();
const logged = keepLog();

const add = (one: Settled, email: string, currentPassword = goodPassword, at = now) =>
  addRecoveryAddress(again(one.ctx, at), { email, currentPassword });
const confirm = (one: Settled, code: string, at = now) => confirmRecoveryAddress(again(one.ctx, at), { code });
const remove = (one: Settled) => removeRecoveryAddress(again(one.ctx));
const second = (one: Settled) => mySecondAddress(again(one.ctx));
const eventsOf = async ({ ctx }: Settled, type: string) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, ctx.actor.accountId))).filter((event) => event.type === type);

async function asked(at = now) {
  const one = await settledEducator(letters);
  const email = newAddress();
  expect(outcome(await add(one, email, goodPassword, at))).toBe('ok');
  await deliverMail(at);
  return { one, email, code: codeIn(letters.to(email).at(-1)) };
}

describe('a second address', () => {
  it('is given with the password, confirmed by the code sent to it, and told to the first address', async () => {
    const { one, email, code } = await asked();
    expect(await second(one)).toEqual({ email, isConfirmed: false });
    expect(outcome(await confirm(one, code.toLowerCase().replaceAll('-', ' ')))).toBe('ok');
    expect(await second(one)).toEqual({ email, isConfirmed: true });
    await deliverMail();
    const told = letters.to(one.email).at(-1);
    expect(told?.subject).toMatch(/second email address was added/);
    expect(told?.text).not.toContain(email);
    expect(await eventsOf(one, 'recovery_address_confirmed')).toHaveLength(1);
  });

  it.each([
    ['a wrong password', { currentPassword: 'not the password at all' }, 'current_password_wrong'],
    ['the address of the account itself', { own: true }, 'same_address'],
  ])('is refused with %s', async (_what, { currentPassword = goodPassword, own }: { currentPassword?: string; own?: boolean }, refusal) => {
    const one = await settledEducator(letters);
    expect(outcome(await add(one, own ? one.email.toUpperCase() : newAddress(), currentPassword))).toBe(refusal);
    expect(await second(one)).toBeUndefined();
  });

  it('is refused while there is a confirmed one', async () => {
    const { one, email, code } = await asked();
    await confirm(one, code);
    expect(outcome(await add(one, newAddress()))).toBe('has_one');
    expect(await second(one)).toEqual({ email, isConfirmed: true });
  });

  it('may be given five times a day', async () => {
    const one = await settledEducator(letters);
    for (let go = 0; go < 5; go += 1) expect(outcome(await add(one, newAddress()))).toBe('ok');
    expect(outcome(await add(one, newAddress()))).toBe('too_many_attempts');
  });

  it('counts wrong passwords with those at signing in', async () => {
    const one = await settledEducator(letters);
    for (let go = 0; go < 10; go += 1) expect(outcome(await add(one, newAddress(), 'wrong again and again'))).toBe('current_password_wrong');
    expect(outcome(await add(one, newAddress()))).toBe('too_many_attempts');
  });

  it('has a code that is good for 24 hours, once, for this account, and until another is sent', async () => {
    const { one, code } = await asked();
    const { one: other } = await asked();
    expect(outcome(await confirm(other, code))).toBe('code_unknown');
    expect(outcome(await confirm(one, code, later(24 * 60)))).toBe('code_unknown');
    await add(one, newAddress());
    expect(outcome(await confirm(one, code))).toBe('code_unknown');
    await deliverMail();
    expect(outcome(await confirm(one, code))).toBe('code_unknown');
    const { one: third, code: thirds } = await asked();
    expect(outcome(await confirm(third, thirds, later(24 * 60 - 1)))).toBe('ok');
    expect(outcome(await confirm(third, thirds, later(24 * 60 - 1)))).toBe('not_found');
  });

  it("answers the same for somebody else's address: they are told, get no code, and it is never confirmed", async () => {
    const [one, owner] = [await settledEducator(letters), await settledEducator(letters)];
    expect(outcome(await add(one, owner.email))).toBe('ok');
    await deliverMail();
    expect(letters.to(owner.email).at(-1)?.text).toMatch(/already/i);
    expect(() => codeIn(letters.to(owner.email).at(-1))).toThrow('a code');
    const [row] = await db().select().from(recoveryAddress).where(eq(recoveryAddress.accountId, one.ctx.actor.accountId));
    expect(row).toMatchObject({ codeHash: null, confirmedAt: null });
  });

  it('is removed at once, with its code; the first address is told where it had been confirmed', async () => {
    const { one, code } = await asked();
    await remove(one);
    expect(await second(one)).toBeUndefined();
    expect(outcome(await confirm(one, code))).toBe('not_found');
    const { one: confirmed, code: theirs, email } = await asked();
    await confirm(confirmed, theirs);
    expect(outcome(await remove(confirmed))).toBe('ok');
    expect(outcome(await remove(confirmed))).toBe('ok');
    await deliverMail();
    expect(letters.to(confirmed.email).filter((mail) => /was removed/.test(mail.subject))).toHaveLength(1);
    expect(letters.to(one.email).filter((mail) => /was removed/.test(mail.subject))).toEqual([]);
    expect(await eventsOf(confirmed, 'recovery_address_removed')).toHaveLength(1);
    expect(JSON.stringify(await db().select().from(recoveryAddress))).not.toContain(email);
  });

  it('is confirmed once when its code is sent ten times at once', async () => {
    await tenConnections();
    const { one, code } = await asked();
    const answers = await behindAccount(one.ctx.actor.accountId, Array.from({ length: 9 }, () => () => confirm(one, code)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await eventsOf(one, 'recovery_address_confirmed')).toHaveLength(1);
  });

  it('is seen by nobody else: the database shows one their own', async () => {
    const { one } = await asked();
    await asked();
    const rows = await read(one.ctx.actor, (tx) => tx.select().from(recoveryAddress));
    expect(rows.map((row) => row.accountId)).toEqual([one.ctx.actor.accountId]);
  });

  it('leaves its code in no column and no log', async () => {
    const { code } = await asked();
    const guarded = [guardedText('code', code), guardedText('password', goodPassword)];
    expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
    expect(findLeaks(guarded, [{ where: 'log', text: logged.lines.join('\n') }])).toEqual([]);
  });
});
