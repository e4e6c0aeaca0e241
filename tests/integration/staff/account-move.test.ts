import { eq } from 'drizzle-orm';
import { account, session } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { identityCase, identityDecision } from '@/db/schema/identity';
import { setPassword } from '@/lib/accounts/set-password';
import { signIn } from '@/lib/accounts/sign-in';
import { lostEmailInput } from '@/lib/identity/model';
import { reportLostEmail } from '@/lib/identity/report-lost-email';
import type { Ctx, Staff } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { findDecisionsOfCase } from '@/lib/staff/decision-queries';
import { proposeAccountMove } from '@/lib/staff/propose-account-move';
import { undoDecision } from '@/lib/staff/undo-decision';
import { withdrawProposal } from '@/lib/staff/withdraw-proposal';
import { linkedEducator } from '@/tests/integration/accounts/linked-educator';
import { asAnyone, behindAccount, firstSignIn, goodPassword, later, newAddress, outcome, settledEducator, type Settled } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { codeIn, deliverMail, useMailbox } from '@/tests/support/mail';
import { again, now, signedInEducator, signedInStaff } from '@/tests/support/people';
import { tenConnections } from './filed';
import { giveAddress, waitingCase } from './identity-cases';

const { db } = useDatabase();
const letters = useMailbox();

const accountOf = async ({ ctx }: Settled) => must((await db().select().from(account).where(eq(account.id, ctx.actor.accountId)))[0], 'the account');
const caseOf = async (reference: string) => must((await db().select().from(identityCase).where(eq(identityCase.reference, reference)))[0], 'the case');
const liveSessions = async ({ ctx }: Settled) =>
  (await db().select().from(session).where(eq(session.accountId, ctx.actor.accountId))).filter((row) => row.endedAt === null);
const eventsOf = async ({ ctx }: Settled) =>
  (await db().select().from(auditEvent).where(eq(auditEvent.subjectId, ctx.actor.accountId))).map((event) => event.type);
const propose = (by: Ctx<Staff>, input: { reference: string; account: string; newEmail: string }) =>
  proposeAccountMove(again(by), { ...input, reason: 'The passport they showed.' });
const approve = (by: Ctx<Staff>, id: string, at = later(1)) => approveProposal(again(by, at), { id });
const undo = (by: Ctx<Staff>, id: string, at = later(3)) => undoDecision(again(by, at), { id });

async function reported() {
  const one = await settledEducator(letters);
  const newEmail = newAddress();
  const typed = { firstName: 'Lou', lastName: 'Locked', username: one.username, oldEmail: '', phone: '', message: 'Closed.', newEmail };
  const answer = await reportLostEmail(asAnyone(), lostEmailInput.parse(typed));
  const { reference } = must(answer.ok ? answer.value : undefined, 'a case');
  const [reviewer, supervisor] = [await signedInStaff('reviewer'), await signedInStaff('supervisor')];
  return { one, newEmail, reference, reviewer, supervisor };
}

async function proposed() {
  const all = await reported();
  const answer = await propose(all.reviewer, { reference: all.reference, account: all.one.username, newEmail: all.newEmail });
  return { ...all, id: must(answer.ok ? answer.value : undefined, 'a proposal').id };
}

async function moved() {
  const all = await proposed();
  expect(outcome(await approve(all.supervisor, all.id))).toBe('ok');
  await deliverMail(later(1));
  return all;
}

describe('moving the same account to a new address, by two of the staff', () => {
  it('happens when the second agrees: signed out, the password stays, a temporary one goes to the new address', async () => {
    const { one, newEmail, reference, reviewer } = await moved();
    expect(await accountOf(one)).toMatchObject({ email: newEmail, emailVerifiedAt: null });
    expect(await liveSessions(one)).toEqual([]);
    expect(outcome(await signIn(asAnyone(), { username: one.username, password: goodPassword }))).toBe('ok');
    const temporaryPassword = codeIn(letters.to(newEmail).findLast((mail) => mail.subject.includes('temporary password')));
    const newcomer = await firstSignIn({ username: one.username, temporaryPassword }, later(2));
    expect(outcome(await setPassword({ ...newcomer, now: later(2) }, { temporaryPassword, newPassword: 'words of another kind now' }))).toBe('ok');
    expect((await accountOf(one)).emailVerifiedAt).toEqual(later(2));
    expect(await caseOf(reference)).toMatchObject({ resolution: 'move_account', closedAt: later(1) });
    expect(await findDecisionsOfCase(again(reviewer), reference)).toMatchObject([{ kind: 'move_account', move: { from: one.email, to: newEmail } }]);
    expect(await eventsOf(one)).toEqual(expect.arrayContaining(['identity_change_proposed', 'account_moved']));
  });

  it('tells the old address, with a case number and without the whole new address', async () => {
    const { one, newEmail } = await moved();
    const told = must(letters.to(one.email).at(-1), 'a letter');
    expect(told.subject).toMatch(/Bureau moved your CECS account/);
    expect(told.text).toMatch(/C\w{3}-\w{4}/);
    expect(told.text).not.toContain(newEmail);
  });

  it('finds the account by its EIN, too', async () => {
    const { reference, reviewer, newEmail } = await reported();
    const { ein, ctx } = await linkedEducator();
    expect(outcome(await propose(reviewer, { reference, account: ein, newEmail }))).toBe('ok');
    const [row] = await db().select().from(identityDecision).where(eq(identityDecision.accountId, ctx.actor.accountId));
    expect(row).toMatchObject({ kind: 'move_account', details: { newEmail } });
  });

  it('changes nothing before the second agrees, and nothing where it is withdrawn', async () => {
    const { one, id, reviewer } = await proposed();
    expect((await accountOf(one)).email).toBe(one.email);
    expect(outcome(await approve(reviewer, id))).toBe('not_allowed');
    expect(outcome(await withdrawProposal(again(reviewer), { id }))).toBe('ok');
    expect(outcome(await approve(await signedInStaff('supervisor'), id))).toBe('settled_already');
    expect((await accountOf(one)).email).toBe(one.email);
    expect(await eventsOf(one)).toContain('identity_proposal_withdrawn');
  });

  it('needs two people', async () => {
    const { one, reference, newEmail, supervisor } = await reported();
    const answer = await propose(supervisor, { reference, account: one.username, newEmail });
    const { id } = must(answer.ok ? answer.value : undefined, 'a proposal');
    expect(outcome(await approve(supervisor, id))).toBe('own_proposal');
  });

  it('is refused: unknown, same address, taken, twice, another kind of case, closed, absent', async () => {
    const { one, reference, newEmail, reviewer } = await reported();
    const other = await settledEducator(letters);
    const input = { reference, account: one.username, newEmail };
    expect(outcome(await propose(reviewer, { ...input, account: 'CT-AAAA-BBBB' }))).toBe('unknown_account');
    expect(outcome(await propose(reviewer, { ...input, account: (await signedInStaffAddress()).email }))).toBe('unknown_account');
    expect(outcome(await propose(reviewer, { ...input, newEmail: one.email.toUpperCase() }))).toBe('same_address');
    expect(outcome(await propose(reviewer, { ...input, newEmail: other.email }))).toBe('address_taken');
    expect(outcome(await propose(reviewer, { ...input, account: one.email }))).toBe('ok');
    expect(outcome(await propose(reviewer, input))).toBe('proposal_waiting');
    const { found } = await waitingCase();
    expect(outcome(await propose(reviewer, { ...input, reference: found.reference }))).toBe('other_kind');
    expect(outcome(await propose(reviewer, { ...input, reference: 'C0000000' }))).toBe('not_found');
    await db().update(identityCase).set({ closedAt: now }).where(eq(identityCase.reference, reference));
    expect(outcome(await propose(reviewer, input))).toBe('case_closed');
  });

  it('is nobody’s to do for themselves: not to propose, not to approve', async () => {
    const { one, reference, newEmail, reviewer, supervisor } = await reported();
    await giveAddress(reviewer.actor.accountId, newEmail);
    expect(outcome(await propose(reviewer, { reference, account: one.username, newEmail }))).toBe('own_record');
    await giveAddress(reviewer.actor.accountId, newAddress());
    const answer = await propose(reviewer, { reference, account: one.username, newEmail });
    await giveAddress(supervisor.actor.accountId, newEmail);
    expect(outcome(await approve(supervisor, must(answer.ok ? answer.value : undefined, 'a proposal').id))).toBe('own_record');
  });

  it('is refused where the address was taken or the account moved meanwhile', async () => {
    const [taken, changed] = [await proposed(), await proposed()];
    await signedInEducator({ email: taken.newEmail });
    expect(outcome(await approve(taken.supervisor, taken.id))).toBe('address_taken');
    expect((await accountOf(taken.one)).email).toBe(taken.one.email);
    expect(await liveSessions(taken.one)).toHaveLength(1);
    await giveAddress(changed.one.ctx.actor.accountId, newAddress());
    expect(outcome(await approve(changed.supervisor, changed.id))).toBe('account_changed');
  });

  it('is done once by ten who approve at once, and proposed once by ten', async () => {
    await tenConnections();
    const { one, id, supervisor } = await proposed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => approve(supervisor, id)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await eventsOf(one)).filter((type) => type === 'account_moved')).toHaveLength(1);
    const other = await reported();
    const [firstCase, secondCase] = [await reported(), await reported()];
    const input = { account: other.one.username, newEmail: newAddress() };
    const proposals = await behindAccount(other.one.ctx.actor.accountId, [
      () => propose(other.reviewer, { ...input, reference: firstCase.reference }),
      () => propose(other.supervisor, { ...input, reference: secondCase.reference }),
    ]);
    expect(proposals.map(outcome).toSorted()).toEqual(['ok', 'proposal_waiting']);
  });
});

describe('taking a move back', () => {
  it('puts the address back, throws out whoever has it, and the case is open again', async () => {
    const { one, id, newEmail, reference, reviewer, supervisor } = await moved();
    const temporaryPassword = codeIn(letters.to(newEmail).findLast((mail) => mail.subject.includes('temporary password')));
    const newcomer = await firstSignIn({ username: one.username, temporaryPassword }, later(2));
    await setPassword({ ...newcomer, now: later(2) }, { temporaryPassword, newPassword: 'words of another kind now' });
    expect(outcome(await undo(reviewer, id))).toBe('not_allowed');
    expect(outcome(await undo(supervisor, id))).toBe('ok');
    expect(await accountOf(one)).toMatchObject({ email: one.email, emailVerifiedAt: now, passwordHash: null });
    expect(await liveSessions(one)).toEqual([]);
    expect(outcome(await signIn(asAnyone(later(4)), { username: one.username, password: 'words of another kind now' }))).toBe('wrong_username_or_password');
    expect(await caseOf(reference)).toMatchObject({ closedAt: null, resolution: null });
    await deliverMail(later(4));
    expect(letters.to(one.email).map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/temporary password/));
    expect(letters.to(newEmail).at(-1)?.subject).toMatch(/back at its earlier/);
    expect(await eventsOf(one)).toContain('account_move_undone');
    expect(outcome(await undo(supervisor, id))).toBe('undone_already');
  });

  it('is refused where somebody has the old address, or the account moved on', async () => {
    const [taken, on] = [await moved(), await moved()];
    await signedInEducator({ email: taken.one.email });
    expect(outcome(await undo(taken.supervisor, taken.id))).toBe('address_taken');
    expect((await accountOf(taken.one)).email).toBe(taken.newEmail);
    await giveAddress(on.one.ctx.actor.accountId, newAddress());
    expect(outcome(await undo(on.supervisor, on.id))).toBe('changed_since');
  });
});

async function signedInStaffAddress() {
  const { actor } = await signedInStaff('reviewer');
  return must((await db().select().from(account).where(eq(account.id, actor.accountId)))[0], 'the account');
}
