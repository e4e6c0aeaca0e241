import { and, eq } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { claim, confirmation, identityCase, personContact } from '@/db/schema/identity';
import { message } from '@/db/schema/mail';
import { read } from '@/db/transact';
import { letterCode } from '@/lib/accounts/codes';
import { findLetter, findWaitingLetters, findWays } from '@/lib/identity/confirmation-queries';
import { confirmLink } from '@/lib/identity/confirm-link';
import { disavowLink } from '@/lib/identity/disavow-link';
import { offerDocument } from '@/lib/identity/offer-document';
import { findMyContact } from '@/lib/identity/queries';
import { sendConfirmation } from '@/lib/identity/send-confirmation';
import { must } from '@/lib/shared/result';
import { mailLetter } from '@/lib/staff/mail-letter';
import { openLetter } from '@/lib/staff/open-letter';
import { linkedEducator } from '@/tests/integration/accounts/linked-educator';
import { asAnyone, later, outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { again, now, signedInEducator, signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();
const letters = useMailbox();

type Linked = Awaited<ReturnType<typeof linkedEducator>>;

const strengthOf = async ({ ctx }: Linked) => (await db().select().from(claim).where(eq(claim.accountId, ctx.actor.accountId)))[0]?.strength;
const confirmationsOf = async ({ ctx }: Linked) =>
  (await db().select({ confirmation }).from(confirmation).innerJoin(claim, eq(claim.id, confirmation.claimId)).where(eq(claim.accountId, ctx.actor.accountId)))
    .map((row) => row.confirmation);
const withAddress = { addressLine1: '12 Elm Street', city: 'Hartford', state: 'CT', postalCode: '06103' };

const withCode = ({ ein }: Linked) => must(letters.to(`${ein}@example.test`).findLast(({ subject }) => subject.startsWith('Your code')), 'the message with the code');

async function emailed(): Promise<Linked & { code: string }> {
  const linked = await linkedEducator('provisional');
  await sendConfirmation(again(linked.ctx), { way: 'email' });
  await deliverMail(now);
  return { ...linked, code: codeIn(withCode(linked)) };
}

async function mailed(): Promise<Linked & { id: string; code: string }> {
  const linked = await linkedEducator('provisional');
  await db().update(personContact).set(withAddress).where(eq(personContact.personId, linked.personId));
  await sendConfirmation(again(linked.ctx), { way: 'letter' });
  const id = must((await confirmationsOf(linked))[0], 'the letter').id;
  return { ...linked, id, code: letterCode(id).reveal() };
}

describe('a code to the email address on file', () => {
  it('makes the link full, once, and tells the account', async () => {
    const one = await emailed();
    expect(await confirmLink(again(one.ctx), { code: one.code.toLowerCase() })).toEqual({ ok: true, value: undefined });
    expect(await strengthOf(one)).toBe('full');
    expect(await confirmLink(again(one.ctx), { code: one.code })).toEqual({ ok: false, error: 'code_unknown' });
    const told = await db().select().from(message).where(and(eq(message.kind, 'link_confirmed'), eq(message.accountId, one.ctx.actor.accountId)));
    expect(told).toHaveLength(1);
    expect(await read(one.ctx.actor, (tx) => findMyContact(tx, one.personId))).toMatchObject({ email: `${one.ein}@example.test` });
  });

  it('is good for its own link only, and for 24 hours', async () => {
    const [one, other] = [await emailed(), await linkedEducator('provisional')];
    expect(outcome(await confirmLink(again(other.ctx), { code: one.code }))).toBe('code_unknown');
    const tooLate = { ...again(one.ctx), now: later(24 * 60 + 1) };
    expect(outcome(await confirmLink(tooLate, { code: one.code }))).toBe('code_unknown');
    expect(await strengthOf(one)).toBe('provisional');
    expect(outcome(await confirmLink({ ...tooLate, now: later(24 * 60 - 1) }, { code: one.code }))).toBe('ok');
  });

  it('is used once of ten at once', async () => {
    const one = await emailed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmLink(again(one.ctx), { code: one.code })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is of no use once the mailbox has said: this was not me', async () => {
    const one = await emailed();
    const notMe = must(/not-me#(\w+)/.exec(withCode(one).text)?.[1], 'the way to end it, in the same message');
    expect(outcome(await disavowLink(asAnyone(), { code: notMe }))).toBe('ok');
    expect(outcome(await confirmLink(again(one.ctx), { code: one.code }))).toBe('code_unknown');
  });

  it('may be guessed ten times a day, and asked for five times', async () => {
    const one = await linkedEducator('provisional');
    for (let go = 0; go < 10; go += 1) expect(outcome(await confirmLink(again(one.ctx), { code: `WRONG${String(go)}` }))).toBe('code_unknown');
    expect(outcome(await confirmLink(again(one.ctx), { code: 'WRONG' }))).toBe('too_many_attempts');
    for (let go = 0; go < 5; go += 1) expect(outcome(await sendConfirmation(again(one.ctx), { way: 'email' }))).toBe('ok');
    expect(outcome(await sendConfirmation(again(one.ctx), { way: 'email' }))).toBe('too_many_attempts');
  });

  it('stands nowhere but in its message, and is kept from the web', async () => {
    const one = await emailed();
    expect(JSON.stringify([await confirmationsOf(one), await db().select().from(auditEvent)])).not.toContain(one.code.replaceAll('-', ''));
    await expect(read(one.ctx.actor, (tx) => tx.select().from(confirmation))).rejects.toThrow(/42501/);
  });
});

describe('a letter to the postal address on file', () => {
  it('is printed and mailed by staff, and its code makes the link full for 21 days from then', async () => {
    const one = await mailed();
    expect(outcome(await confirmLink(again(one.ctx), { code: one.code }))).toBe('code_unknown');
    const reviewer = await signedInStaff('reviewer');
    expect((await findWaitingLetters(reviewer)).map(({ id }) => id)).toContain(one.id);
    expect(outcome(await openLetter(again(reviewer), { id: one.id }))).toBe('ok');
    expect(await findLetter(reviewer, one.id)).toMatchObject({ addressLines: ['12 Elm Street', 'Hartford, CT 06103'], isMailed: false });
    expect(outcome(await mailLetter(again(reviewer), { id: one.id }))).toBe('ok');
    expect(outcome(await mailLetter(again(reviewer), { id: one.id }))).toBe('not_found');
    expect((await findWaitingLetters(reviewer)).map(({ id }) => id)).not.toContain(one.id);
    expect(outcome(await confirmLink({ ...again(one.ctx), now: later(21 * 24 * 60 + 1) }, { code: one.code }))).toBe('code_unknown');
    expect(outcome(await confirmLink({ ...again(one.ctx), now: later(20 * 24 * 60) }, { code: one.code }))).toBe('ok');
    expect(await strengthOf(one)).toBe('full');
  });

  it('is one at a time', async () => {
    const one = await mailed();
    expect(outcome(await sendConfirmation(again(one.ctx), { way: 'letter' }))).toBe('letter_on_its_way');
  });

  it('shows its code to those who review identity only', async () => {
    const one = await mailed();
    for (const role of ['cashier', 'auditor'] as const) {
      const staff = await signedInStaff(role);
      expect(outcome(await openLetter(again(staff), { id: one.id }))).toBe('not_allowed');
      expect(await findLetter(staff, one.id)).toBeUndefined();
      expect(await findWaitingLetters(staff)).toEqual([]);
    }
  });
});

describe('the ways that are open', () => {
  it('are those for which something is on file, and say nothing of what it is', async () => {
    const nothing = await linkedEducator('provisional');
    await db().update(personContact).set({ email: null, emailKey: null }).where(eq(personContact.personId, nothing.personId));
    const none = await findWays(nothing.ctx);
    expect(none).toEqual({ hasEmail: false, hasAddress: false, emailedOn: undefined, letter: 'none', openCase: undefined });
    expect(outcome(await sendConfirmation(again(nothing.ctx), { way: 'email' }))).toBe('way_not_open');
    expect(outcome(await sendConfirmation(again(nothing.ctx), { way: 'letter' }))).toBe('way_not_open');
    const both = await mailed();
    expect(await findWays(both.ctx)).toMatchObject({ hasEmail: true, hasAddress: true, letter: 'asked' });
  });

  it('always have one that needs nothing on file: a document, by a date, in one case however often it is offered', async () => {
    const one = await linkedEducator('provisional');
    await Promise.all(Array.from({ length: 10 }, () => offerDocument(again(one.ctx))));
    const cases = await db().select().from(identityCase).where(eq(identityCase.accountId, one.ctx.actor.accountId));
    expect(cases).toMatchObject([{ kind: 'confirm_identity', candidateIds: [one.personId], promisedBy: '2026-12-01' }]);
    expect((await findWays(one.ctx))?.openCase).toMatchObject({ promisedBy: '2026-12-01', documents: 0 });
  });

  it('close that case when a code has come back', async () => {
    const one = await emailed();
    await offerDocument(again(one.ctx));
    await confirmLink(again(one.ctx), { code: one.code });
    const [opened] = await db().select().from(identityCase).where(eq(identityCase.accountId, one.ctx.actor.accountId));
    expect(opened).toMatchObject({ closedAt: now, resolution: 'confirmed_by_code' });
  });

  it('are none for who is linked fully, or not at all', async () => {
    for (const ctx of [(await linkedEducator('full')).ctx, await signedInEducator()]) {
      expect(await findWays(ctx)).toBeUndefined();
      expect(outcome(await sendConfirmation(again(ctx), { way: 'email' }))).toBe('nothing_to_confirm');
      expect(outcome(await offerDocument(again(ctx)))).toBe('nothing_to_confirm');
    }
  });
});
