import { and, eq, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { application } from '@/db/schema/applications';
import { claim, identityCase, identityDecision, matchKey, person, personContact, personSecret, previousName } from '@/db/schema/identity';
import { transact } from '@/db/transact';
import { matchKeys } from '@/lib/identity/person-keys';
import { findCandidates } from '@/lib/identity/store';
import { day } from '@/lib/shared/days';
import { must, ok } from '@/lib/shared/result';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { findProposals } from '@/lib/staff/decision-queries';
import { findEin, findMergePreview, findTwoByEin } from '@/lib/staff/merge-queries';
import type { MergeChoices } from '@/lib/staff/merge-rules';
import { openMerge } from '@/lib/staff/open-merge';
import { proposeMerge } from '@/lib/staff/propose-merge';
import { findApplications } from '@/lib/staff/queries';
import { saveSecrets } from '@/lib/staff/record-store';
import { undoDecision } from '@/lib/staff/undo-decision';
import { withdrawProposal } from '@/lib/staff/withdraw-proposal';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase } from '@/tests/support/everything-written';
import { findLeaks, guardedDate, guardedSsn } from '@/tests/support/find-leaks';
import { deliverMail, useMailbox } from '@/tests/support/mail';
import { again, certificateOnFile, now, recordOnFile, signedInEducator, signedInStaff, typedAs, type RecordOnFile } from '@/tests/support/people';
import { audited, messagesTo, tenConnections, value } from './filed';
import { applicationOnFile, caseRow, decisionRow, giveAddress, contactEmail, linkOnFile, waitingCase, wholeRecord } from './identity-cases';

const { db } = useDatabase();
const letters = useMailbox();
const later = new Date(now.getTime() + 86_400_000);
const reason = 'The same diploma, and the same address';

const allStay: MergeChoices = {
  ...{ firstName: 'stays', middleName: 'stays', lastName: 'stays', suffix: 'stays', birthDate: 'stays', ssn: 'stays' },
  ...{ email: 'stays', phone: 'stays', address: 'stays' },
};

async function pairOnFile(about: { stays?: Parameters<typeof recordOnFile>[0]; goes?: Parameters<typeof recordOnFile>[0] } = {}) {
  return { stays: await recordOnFile(about.stays), goes: await recordOnFile(about.goes) };
}

type Pair = { stays: RecordOnFile; goes: RecordOnFile };
const idsOf = ({ stays, goes }: Pair) => ({ stays: stays.personId, goes: goes.personId });
const asked = ({ stays, goes }: Pair, choices: Partial<MergeChoices> = {}) => ({
  ...{ stays: stays.ein, goes: goes.ein, reason },
  choices: { ...allStay, ...choices },
});

async function merged(pair: Pair, choices: Partial<MergeChoices> = {}, caseReference?: string) {
  const { id } = value(await proposeMerge(await signedInStaff('reviewer'), { ...asked(pair, choices), caseReference }));
  value(await approveProposal(await signedInStaff('supervisor'), { id }));
  return id;
}

/** Everything that can hang on a record. */
async function laden() {
  const pair = await pairOnFile({ stays: { firstName: 'Ana', lastName: 'Alba' }, goes: { firstName: 'Anna', lastName: 'Blanco' } });
  const { stays, goes } = pair;
  await db().update(person).set({ middleName: 'Maria', suffix: 'II' }).where(eq(person.id, goes.personId));
  await db().insert(previousName).values([{ personId: goes.personId, lastName: 'Cruz' }, { personId: stays.personId, lastName: 'Diaz' }]);
  await db()
    .insert(matchKey)
    .values(matchKeys({ ...goes.typed, lastNames: ['Cruz'] }).map((one) => ({ ...one, personId: goes.personId })))
    .onConflictDoNothing();
  await contactEmail(goes.personId, `${goes.ein}@example.test`);
  await db()
    .update(personContact)
    .set({ phone: '860-555-0199', addressLine1: '2 Oak Street', city: 'Hartford', state: 'CT', postalCode: '06103' })
    .where(eq(personContact.personId, goes.personId));
  const owner = await signedInEducator();
  const claimId = await linkOnFile(owner.actor.accountId, goes.personId);
  const { id: certificateId } = await certificateOnFile(goes.personId);
  const application = await applicationOnFile(owner.actor.accountId, { personId: goes.personId, certificateId, kind: 'continue_professional' });
  const waiting = await waitingCase({ onFile: goes });
  return { ...pair, owner, claimId, certificateId, application, waiting };
}

describe('making one record of two', () => {
  it('moves everything, keeps what was chosen and leaves the other with its number', async () => {
    const one = await laden();
    const { stays, goes } = one;
    await merged(one, { lastName: 'goes', middleName: 'goes', email: 'goes', address: 'goes' });
    const after = await wholeRecord(stays.personId);
    expect(after.row).toMatchObject({ firstName: 'Ana', middleName: 'Maria', lastName: 'Blanco', suffix: null, ein: stays.ein, mergedInto: null });
    expect(after.contact).toMatchObject({ email: `${goes.ein}@example.test`, emailKey: `${goes.ein}@example.test`, phone: null, addressLine1: '2 Oak Street' });
    expect(after.names.map((row) => row.lastName).toSorted()).toEqual(['Alba', 'Cruz', 'Diaz']);
    expect(after.claims.map((row) => row.id)).toEqual([one.claimId]);
    expect(after.certificates.map((row) => row.id)).toEqual([one.certificateId]);
    expect(after.applications.map((row) => row.id)).toEqual([one.application]);
    expect((await caseRow(one.waiting.found.id)).candidateIds).toEqual([stays.personId]);
    const gone = await wholeRecord(goes.personId);
    expect(gone.row).toMatchObject({ ein: goes.ein, mergedInto: stays.personId });
    expect(gone).toMatchObject({ ssn: goes.typed.ssn.reveal(), ssnKey: null, names: [], claims: [], certificates: [], applications: [], cases: [] });
    expect(gone.contact?.emailKey).toBeNull();
  });

  it('is found under every name of the two, and by the SSN and birth date that were kept alone', async () => {
    const pair = await pairOnFile({ stays: { firstName: 'Rosa', lastName: 'Rojas' }, goes: { firstName: 'Rosalia', lastName: 'Verde' } });
    const { stays, goes } = pair;
    await merged(pair, { ssn: 'goes', birthDate: 'goes' });
    const searcher = await signedInEducator();
    const search = async (typed: ReturnType<typeof typedAs>) =>
      value(await transact(searcher.actor, async (tx) => ok(await findCandidates(tx, typed)))).map((one) => [one.personId, one.ssn, one.birthDate]);
    const born = goes.typed.birthDate.reveal();
    expect(await search(goes.typed)).toEqual([[stays.personId, 'equal', 'equal']]);
    expect(await search(typedAs({ firstName: 'Rosa', lastName: 'Rojas', birthDate: born }))).toEqual([[stays.personId, 'differs', 'equal']]);
    expect(await search(typedAs({ firstName: 'Rosalia', lastName: 'Nobody', birthDate: born }))).toEqual([[stays.personId, 'differs', 'equal']]);
    expect(await search(stays.typed)).toEqual([]);
  });

  it('joins two that an import found under one SSN, and answers the case of that', async () => {
    const pair = await pairOnFile();
    const { stays, goes } = pair;
    const ssn = goes.typed.ssn;
    await db().delete(matchKey).where(and(eq(matchKey.personId, stays.personId), sql`${matchKey.kind} in ('ssn', 'ssn_birth_date')`));
    await transact({ kind: 'worker', job: 'test' }, async (tx) => {
      await saveSecrets(tx, stays.personId, { ssn, birthDate: stays.typed.birthDate, holdsSsn: false });
      return ok();
    });
    const conflict = await waitingCase({ kind: 'ssn_conflict', onFile: goes });
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, conflict.found.id));
    await merged(pair, {}, conflict.found.reference);
    expect(await caseRow(conflict.found.id)).toMatchObject({ resolution: 'merge' });
    const [kept] = await db().select().from(personSecret).where(eq(personSecret.personId, stays.personId));
    expect(kept?.ssnKey).not.toBeNull();
  });

  it('shows before what it will move, SSNs by their last digits and birth dates not at all', async () => {
    const one = await laden();
    const preview = must(await findMergePreview(await signedInStaff('reviewer'), idsOf(one)), 'a preview');
    expect(preview).toMatchObject({
      refusal: undefined,
      moving: { certificates: [{ id: one.certificateId }], applications: [{ id: one.application }], claims: [{ id: one.claimId, isLive: true }] },
      suggested: { firstName: 'stays', middleName: 'goes', email: 'goes', phone: 'goes', address: 'goes' },
    });
    const field = (name: string) => preview.fields.find((each) => each.field === name);
    expect(field('ssn')).toMatchObject({ compared: 'differ', stays: `•••-••-${one.stays.typed.ssn.reveal().slice(-4)}` });
    expect(field('birthDate')).toMatchObject({ stays: 'On file', goes: 'On file' });
    const shown = JSON.stringify(preview);
    for (const { typed } of [one.stays, one.goes]) {
      expect(shown).not.toContain(typed.ssn.reveal());
      expect(shown).not.toContain(typed.birthDate.reveal());
    }
    expect(await findMergePreview(await signedInStaff('cashier'), idsOf(one))).toBeUndefined();
  });

  it('finds the two by the EINs somebody typed, and says which of them is nobody’s', async () => {
    const pair = await pairOnFile();
    const reviewer = await signedInStaff('reviewer');
    const eins = { stays: pair.stays.ein, goes: pair.goes.ein };
    expect(await findTwoByEin(reviewer, { ...eins, caseReference: 'C1' })).toEqual(ok({ ...idsOf(pair), caseReference: 'C1' }));
    expect(outcome(await findTwoByEin(reviewer, { ...eins, stays: '9999999999' }))).toBe('unknown_stays');
    expect(outcome(await findTwoByEin(reviewer, { ...eins, goes: '9999999999' }))).toBe('unknown_goes');
    expect(outcome(await findTwoByEin(await signedInStaff('cashier'), eins))).toBe('not_allowed');
    expect(await findEin(reviewer, pair.goes.personId)).toBe(pair.goes.ein);
    expect(outcome(await openMerge(again(reviewer), { ...idsOf(pair), goes: '00000000-0000-4000-8000-000000000000' }))).toBe('not_found');
    expect(outcome(await openMerge(again(reviewer), idsOf(pair)))).toBe('ok');
    expect((await audited(pair.goes.personId, 'person_opened')).length).toBe(1);
  });

  it('is found at the desk by either number', async () => {
    const one = await laden();
    await db().update(application).set({ submittedAt: now, status: 'submitted' }).where(eq(application.id, one.application));
    await merged(one);
    const supervisor = await signedInStaff('supervisor');
    for (const { ein } of [one.stays, one.goes]) {
      const { items } = await findApplications(supervisor, { by: 'ein', ein });
      expect(items).toMatchObject([{ ein: one.stays.ein }]);
    }
  });

  it('tells whoever holds the record', async () => {
    const one = await laden();
    await merged(one);
    expect(await messagesTo(one.owner.actor.accountId, 'record_changed')).toHaveLength(1);
    await deliverMail();
    const [owner] = await db().select().from(account).where(eq(account.id, one.owner.actor.accountId));
    expect(letters.to(owner?.email ?? '').at(-1)?.text).toContain('made one of them');
  });
});

describe('proposing it', () => {
  it.each([
    ['same_record', async (pair: Pair) => asked({ stays: pair.stays, goes: pair.stays })],
    ['not_found', async (pair: Pair) => ({ ...asked(pair), goes: '7' })],
    [
      'both_claimed',
      async (pair: Pair) => {
        for (const { personId } of [pair.stays, pair.goes]) await linkOnFile((await signedInEducator()).actor.accountId, personId);
        return asked(pair);
      },
    ],
    [
      'merged_already',
      async (pair: Pair) => {
        await merged({ stays: await recordOnFile(), goes: pair.goes });
        return asked(pair);
      },
    ],
    [
      'ssn_would_be_lost',
      async (pair: Pair) => {
        await db().update(personSecret).set({ ssnCiphertext: null, ssnKey: null }).where(eq(personSecret.personId, pair.goes.personId));
        return asked(pair, { ssn: 'goes' });
      },
    ],
    [
      'proposal_waiting',
      async (pair: Pair) => {
        value(await proposeMerge(await signedInStaff('reviewer'), asked({ stays: await recordOnFile(), goes: pair.goes })));
        return asked(pair);
      },
    ],
  ] as const)('is refused: %s', async (code, make) => {
    const input = await make(await pairOnFile());
    const waitingBefore = await db().$count(identityDecision);
    expect(outcome(await proposeMerge(await signedInStaff('reviewer'), input))).toBe(code);
    expect(await db().$count(identityDecision)).toBe(waitingBefore);
  });

  it('is not for other roles, nor for somebody whose address is on one of the two', async () => {
    const pair = await pairOnFile();
    expect(outcome(await proposeMerge(await signedInStaff('cashier'), asked(pair)))).toBe('not_allowed');
    const reviewer = await signedInStaff('reviewer');
    await contactEmail(pair.goes.personId, 'mine@example.test');
    await giveAddress(reviewer.actor.accountId, 'mine@example.test');
    expect(outcome(await proposeMerge(reviewer, asked(pair)))).toBe('own_record');
    const { id } = value(await proposeMerge(await signedInStaff('reviewer'), asked(pair)));
    const supervisor = await signedInStaff('supervisor');
    await giveAddress(reviewer.actor.accountId, 'no-longer-mine@example.test');
    await giveAddress(supervisor.actor.accountId, 'mine@example.test');
    expect(outcome(await approveProposal(supervisor, { id }))).toBe('own_record');
    await giveAddress(supervisor.actor.accountId, 'no-longer-theirs@example.test');
  });

  it('changes nothing yet, and is listed for whoever may approve it', async () => {
    const pair = await pairOnFile();
    const before = await wholeRecord(pair.goes.personId);
    const proposer = await signedInStaff('administrator');
    const { id } = value(await proposeMerge(proposer, asked(pair, { lastName: 'goes' })));
    expect(await wholeRecord(pair.goes.personId)).toEqual(before);
    const seenBy = async (ctx: typeof proposer) => (await findProposals(ctx)).find((one) => one.id === id);
    expect(await seenBy(proposer)).toMatchObject({ isMine: true, mayApprove: false, mayWithdraw: true, fromOther: ['lastName'] });
    expect(await seenBy(await signedInStaff('supervisor'))).toMatchObject({ mayApprove: true, record: { ein: pair.stays.ein }, otherRecord: { ein: pair.goes.ein } });
    expect(await seenBy(await signedInStaff('reviewer'))).toMatchObject({ mayApprove: false, mayWithdraw: false });
    expect(await seenBy(await signedInStaff('cashier'))).toBeUndefined();
  });
});

describe('four eyes', () => {
  it('are never two of one person, nor of somebody without the role', async () => {
    const proposer = await signedInStaff('administrator');
    const { id } = value(await proposeMerge(proposer, asked(await pairOnFile())));
    expect(outcome(await approveProposal(again(proposer), { id }))).toBe('own_proposal');
    expect(outcome(await approveProposal({ ...proposer, actor: { ...proposer.actor, sessionId: 'another' } }, { id }))).toBe('own_proposal');
    expect(outcome(await approveProposal(await signedInStaff('reviewer'), { id }))).toBe('not_allowed');
    expect(await decisionRow(id)).toMatchObject({ doneAt: null, approvedBy: null });
  });

  it('are also asked for by the database', async () => {
    const proposer = await signedInStaff('supervisor');
    const { id } = value(await proposeMerge(proposer, asked(await pairOnFile())));
    const forge = (set: string) =>
      transact(proposer.actor, async (tx) => {
        await tx.execute(sql`update identity_decision set ${sql.raw(set)} where id = ${id}`);
        return ok();
      });
    await expect(forge('done_at = now()')).rejects.toMatchObject({ constraint: 'identity_decision_four_eyes' });
    await expect(forge(`done_at = now(), approved_by = proposed_by`)).rejects.toMatchObject({ constraint: 'identity_decision_two_people' });
  });

  it('look once: of ten who approve one does it, and nothing withdrawn is done', async () => {
    const pair = await pairOnFile();
    const { id } = value(await proposeMerge(await signedInStaff('reviewer'), asked(pair)));
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('supervisor')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => approveProposal(ctx, { id })));
    expect(answers.map(outcome).toSorted()).toEqual(['ok', ...Array.from({ length: 9 }, () => 'settled_already')].toSorted());
    expect(await audited(pair.stays.personId, 'persons_merged')).toHaveLength(1);
    const proposer = await signedInStaff('reviewer');
    const second = value(await proposeMerge(proposer, asked(await pairOnFile())));
    expect(outcome(await withdrawProposal(await signedInStaff('reviewer'), second))).toBe('not_allowed');
    value(await withdrawProposal(again(proposer), second));
    expect(outcome(await withdrawProposal(again(proposer), second))).toBe('settled_already');
    expect(outcome(await approveProposal(await signedInStaff('supervisor'), second))).toBe('settled_already');
    expect(outcome(await withdrawProposal(await signedInStaff('cashier'), second))).toBe('not_allowed');
    const nothing = { id: '00000000-0000-0000-0000-000000000000' };
    expect(outcome(await withdrawProposal(proposer, nothing))).toBe('not_found');
    expect(outcome(await approveProposal(await signedInStaff('supervisor'), nothing))).toBe('not_found');
  });

  it('look at the records as they are then', async () => {
    const pair = await pairOnFile();
    const { id } = value(await proposeMerge(await signedInStaff('reviewer'), asked(pair)));
    for (const { personId } of [pair.stays, pair.goes]) await linkOnFile((await signedInEducator()).actor.accountId, personId);
    expect(outcome(await approveProposal(await signedInStaff('supervisor'), { id }))).toBe('both_claimed');
  });
});

describe('undoing a merge', () => {
  const whole = async ({ stays, goes }: Pair) => ({ stays: await wholeRecord(stays.personId), goes: await wholeRecord(goes.personId) });

  it.each([
    ['nothing', {}],
    ['everything', Object.fromEntries(Object.keys(allStay).map((field) => [field, 'goes']))],
  ] as const)('makes both records again what they were, with %s taken from the other', async (_what, choices) => {
    const one = await laden();
    const before = await whole(one);
    const id = await merged(one, choices as Partial<MergeChoices>);
    expect(await whole(one)).not.toEqual(before);
    value(await undoDecision(again(await signedInStaff('supervisor'), later), { id }));
    expect(await whole(one)).toEqual(before);
    expect(await audited(one.goes.personId, 'identity_decision_undone')).toHaveLength(1);
  });

  it('takes back a draft that was begun since, and is for whoever may approve', async () => {
    const one = await laden();
    const id = await merged(one);
    const draft = await applicationOnFile(one.owner.actor.accountId, { personId: one.stays.personId, startedAt: later });
    expect(outcome(await undoDecision(await signedInStaff('reviewer'), { id }))).toBe('not_allowed');
    value(await undoDecision(again(await signedInStaff('administrator'), later), { id }));
    expect((await wholeRecord(one.goes.personId)).applications.map((row) => row.id)).toContain(draft);
  });

  it.each([
    ['application_since', (one: Pair, accountId: string) => applicationOnFile(accountId, { personId: one.stays.personId, submittedAt: later, status: 'submitted' })],
    ['changed_since', ({ stays }: Pair) => db().update(person).set({ lastName: 'Newly' }).where(eq(person.id, stays.personId))],
    ['changed_since', ({ stays }: Pair) => contactEmail(stays.personId, 'newly@example.test')],
    ['decided_since', async ({ stays }: Pair) => merged({ stays, goes: await recordOnFile() })],
  ] as const)('is refused: %s', async (code, build) => {
    const pair = await pairOnFile();
    const id = await merged(pair);
    const { actor } = await signedInEducator();
    await build(pair, actor.accountId);
    expect(outcome(await undoDecision(again(await signedInStaff('supervisor'), later), { id }))).toBe(code);
  });

  it('is refused where an account was linked since', async () => {
    const pair = await pairOnFile();
    const id = await merged(pair);
    const link = await linkOnFile((await signedInEducator()).actor.accountId, pair.stays.personId);
    await db().update(claim).set({ linkedAt: later }).where(eq(claim.id, link));
    expect(outcome(await undoDecision(again(await signedInStaff('supervisor'), later), { id }))).toBe('changed_since');
  });

  it('is done once of ten', async () => {
    const id = await merged(await pairOnFile());
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('supervisor')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => undoDecision(again(ctx, later), { id })));
    expect(answers.map(outcome).toSorted()).toEqual(['ok', ...Array.from({ length: 9 }, () => 'undone_already')].toSorted());
  });
});

it('leaves neither an SSN nor a birth date anywhere in the clear', async () => {
  const pair = await pairOnFile({ stays: { ssn: '531846207', birthDate: day('1969-07-21') }, goes: { ssn: '648153927', birthDate: day('1971-02-09') } });
  const id = await merged(pair, { ssn: 'goes', birthDate: 'goes' });
  const guarded = [guardedSsn('SSN', '531846207'), guardedSsn('other SSN', '648153927'), guardedDate('birth date', '1969-07-21'), guardedDate('other', '1971-02-09')];
  expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
  value(await undoDecision(again(await signedInStaff('supervisor'), later), { id }));
  expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
});
