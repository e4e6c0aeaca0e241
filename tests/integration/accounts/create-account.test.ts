import { and, eq, isNull } from 'drizzle-orm';
import { account, signUp } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { message } from '@/db/schema/mail';
import { correctAddress } from '@/lib/accounts/correct-address';
import { createAccount } from '@/lib/accounts/create-account';
import { createAccountInput } from '@/lib/accounts/model';
import { signUpProgress } from '@/lib/accounts/queries';
import { resendCredentials } from '@/lib/accounts/resend-credentials';
import { must, type Result } from '@/lib/shared/result';
import { tenConnections } from '@/tests/integration/staff/filed';
import { asAnyone, firstSignIn, later, newAddress, outcome, settledEducator, signedUp, typedBy } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { deliverMail, useMailbox } from '@/tests/support/mail';

const { db } = useDatabase();
const letters = useMailbox();

const accountsAt = (email: string) => db().select().from(account).where(eq(account.emailKey, email.toLowerCase()));
const openAccountsAt = (email: string) =>
  db()
    .select()
    .from(account)
    .where(and(eq(account.emailKey, email.toLowerCase()), isNull(account.closedAt)));
const create = (email: string, at?: Date) => createAccount(asAnyone(at), typedBy(email));
const tokenOf = (result: Result<{ token: string }, unknown>) => must(result.ok ? result.value.token : undefined, 'a sign-up');
const subjectsTo = (email: string) => letters.to(email).map((mail) => mail.subject);
const auditedOf = async (accountId: string) =>
  (await db().select({ type: auditEvent.type }).from(auditEvent).where(eq(auditEvent.subjectId, accountId))).map((row) => row.type);

async function kindsOf(signUpToken: string) {
  const rows = await db().select({ kind: message.kind }).from(message).innerJoin(signUp, eq(signUp.id, message.signUpId));
  expect(await signUpProgress(signUpToken)).toBeDefined();
  return rows.map((row) => row.kind);
}

describe('creating an account', () => {
  it('sends the username and the temporary password in two separate emails, and shows how far each has come', async () => {
    const email = newAddress();
    const token = tokenOf(await create(email));
    expect(await signUpProgress(token)).toEqual({ email, username: 'queued', temporaryPassword: 'queued' });
    await deliverMail();
    expect(await signUpProgress(token)).toEqual({ email, username: 'accepted', temporaryPassword: 'accepted' });
    const [first, second] = letters.to(email).map((mail) => mail.text);
    const both = [first, second].map((text) => ({ username: /CT-/.test(text ?? ''), password: /-[0-9A-Z]{6}\b/.test(text ?? '') }));
    expect(both).toContainEqual({ username: true, password: false });
    expect(both).toContainEqual({ username: false, password: true });
  });

  it('gives an unpredictable username, and no password until its owner sets one', async () => {
    const email = newAddress();
    await create(email);
    const [made] = await accountsAt(email);
    expect(made).toMatchObject({ kind: 'educator', emailVerifiedAt: null, passwordHash: null, passwordSetAt: null });
    expect(made?.username).toMatch(/^CT[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(await auditedOf(made?.id ?? '')).toEqual(['account_created']);
  });

  it('answers a taken address the same, with the same two rows, and its owner gets another message', async () => {
    const { email } = await settledEducator(letters);
    const free = newAddress();
    const [taken, fresh] = [tokenOf(await create(email.toUpperCase())), tokenOf(await create(free))];
    expect(taken).toHaveLength(fresh.length);
    expect(await signUpProgress(taken)).toEqual({ email: email.toUpperCase(), username: 'queued', temporaryPassword: 'queued' });
    await deliverMail();
    expect(await signUpProgress(taken)).toMatchObject({ username: 'accepted', temporaryPassword: 'accepted' });
    expect(letters.to(email)).toHaveLength(3);
    expect(letters.to(email).at(-1)?.text).toMatch(/already/i);
    expect(letters.to(email).at(-1)?.text).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}-/);
    expect(await accountsAt(email)).toHaveLength(1);
  });

  it('shows both messages as failed where the mail server will have nothing to do with the address', async () => {
    const email = `fails.${newAddress()}`;
    const token = tokenOf(await create(email));
    await deliverMail();
    expect(await signUpProgress(token)).toEqual({ email, username: 'failed', temporaryPassword: 'failed' });
  });

  it('sends both again, to the same account, when it was never used', async () => {
    const { email, temporaryPassword } = await signedUp(letters);
    const again = await signedUp(letters, email, later(1));
    expect(again.temporaryPassword).not.toBe(temporaryPassword);
    expect(await accountsAt(email)).toHaveLength(1);
    expect(letters.to(email)).toHaveLength(4);
    await firstSignIn({ ...again, temporaryPassword }, later(2));
  });

  it('writes to one address three times an hour and answers the fourth time all the same', async () => {
    const email = newAddress();
    for (let go = 0; go < 3; go += 1) await create(email);
    const fourth = await create(email);
    expect(await signUpProgress(tokenOf(fourth))).toEqual({ email, username: 'queued', temporaryPassword: 'queued' });
    await deliverMail();
    expect(letters.to(email)).toHaveLength(6);
    await create(email, later(61));
    await deliverMail(later(61));
    expect(letters.to(email)).toHaveLength(8);
  });

  it('opens one account for one address that is typed ten times at once', async () => {
    await tenConnections();
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(email)));
    expect(answers.map(outcome)).toEqual(Array<string>(10).fill('ok'));
    const made = await accountsAt(email);
    expect(made).toHaveLength(1);
    const types = await auditedOf(made[0]?.id ?? '');
    expect(types.filter((type) => type === 'account_created')).toHaveLength(1);
    expect(types.filter((type) => type === 'sign_up_repeated')).toHaveLength(9);
  });

  it.each([
    ['lastName', { lastName: '  ' }],
    ['firstName', { firstName: '' }],
    ['email', { email: 'a, b@example.test', verifyEmail: 'a, b@example.test' }],
    ['verifyEmail', { verifyEmail: 'other@example.test' }],
  ])('says by the field what is wrong with %s', (field, change) => {
    const parsed = createAccountInput.safeParse({ ...typedBy('nora@example.test'), ...change });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field);
  });

  it('takes the two addresses for the same in any capitals', () => {
    expect(createAccountInput.safeParse({ ...typedBy('nora@example.test'), verifyEmail: 'Nora@Example.test ' }).success).toBe(true);
  });
});

describe('sending a message again', () => {
  it.each([
    ['username', 'username'],
    ['temporary_password', 'temporary password'],
  ] as const)('sends only the %s', async (which, word) => {
    const { email, signUpToken } = await signedUp(letters);
    expect(await resendCredentials(asAnyone(), { signUpToken, which })).toEqual({ ok: true, value: undefined });
    await deliverMail();
    expect(letters.to(email)).toHaveLength(3);
    expect(letters.to(email).at(-1)?.subject.toLowerCase()).toContain(word);
  });

  it('tells the owner of a taken address, whichever was asked for', async () => {
    const { email } = await settledEducator(letters);
    const signUpToken = tokenOf(await create(email));
    await resendCredentials(asAnyone(), { signUpToken, which: 'temporary_password' });
    await deliverMail();
    const [, , first, second] = subjectsTo(email);
    expect(second).toBe(first);
    expect(await kindsOf(signUpToken)).toContain('account_already_exists');
  });

  it('is refused after ten a day, and in a browser that created nothing', async () => {
    const { email, signUpToken } = await signedUp(letters);
    const resend = () => resendCredentials(asAnyone(), { signUpToken, which: 'username' });
    for (let go = 0; go < 10; go += 1) expect(outcome(await resend())).toBe('ok');
    expect(await resend()).toEqual({ ok: false, error: 'too_many_messages' });
    await deliverMail();
    expect(letters.to(email)).toHaveLength(12);
    const stranger = { signUpToken: 'x'.repeat(43), which: 'username' } as const;
    expect(await resendCredentials(asAnyone(), stranger)).toEqual({ ok: false, error: 'not_found' });
  });
});

describe('correcting the address', () => {
  it('starts again under the right one, and nobody can sign in to the wrong one any more', async () => {
    const wrong = await signedUp(letters);
    const email = newAddress();
    const token = tokenOf(await correctAddress(asAnyone(later(1)), { signUpToken: wrong.signUpToken, email }));
    expect(await signUpProgress(token)).toMatchObject({ email });
    expect(await openAccountsAt(wrong.email)).toEqual([]);
    expect(await openAccountsAt(email)).toMatchObject([{ firstName: 'Nora', lastName: 'Newman' }]);
    await expect(firstSignIn(wrong, later(2))).rejects.toThrow('wrong_username_or_password');
    const closed = await accountsAt(wrong.email);
    expect(await auditedOf(closed[0]?.id ?? '')).toContain('sign_up_address_corrected');
  });

  it('leaves an account alone whose owner has set a password, or that another sign-up made', async () => {
    const owner = await settledEducator(letters);
    const byStranger = tokenOf(await create(owner.email, later(1)));
    await correctAddress(asAnyone(later(2)), { signUpToken: byStranger, email: newAddress() });
    await correctAddress(asAnyone(later(2)), { signUpToken: owner.signUpToken, email: newAddress() });
    const unused = await signedUp(letters);
    const second = tokenOf(await create(unused.email, later(1)));
    await correctAddress(asAnyone(later(2)), { signUpToken: second, email: newAddress() });
    expect(await openAccountsAt(owner.email)).toHaveLength(1);
    expect(await openAccountsAt(unused.email)).toHaveLength(1);
  });

  it('is refused in a browser that created nothing', async () => {
    const email = newAddress();
    expect(await correctAddress(asAnyone(), { signUpToken: 'x'.repeat(43), email })).toEqual({ ok: false, error: 'not_found' });
    expect(await accountsAt(email)).toEqual([]);
  });

  it('closes the wrong account once when corrected ten times at once', async () => {
    await tenConnections();
    const wrong = await signedUp(letters);
    const correct = () => correctAddress(asAnyone(later(1)), { signUpToken: wrong.signUpToken, email: newAddress() });
    const answers = await Promise.all(Array.from({ length: 10 }, correct));
    expect(answers.map(outcome)).toEqual(Array<string>(10).fill('ok'));
    const [closed] = await accountsAt(wrong.email);
    expect((await auditedOf(closed?.id ?? '')).filter((type) => type === 'sign_up_address_corrected')).toHaveLength(1);
  });
});
