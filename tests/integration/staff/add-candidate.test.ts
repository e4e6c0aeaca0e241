import { eq } from 'drizzle-orm';
import { personAccess } from '@/db/schema/audit';
import { identityCase, person } from '@/db/schema/identity';
import { findCase } from '@/lib/identity/case-queries';
import { must } from '@/lib/shared/result';
import { addCandidate } from '@/lib/staff/add-candidate';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { linkCase } from '@/lib/staff/link-case';
import { openCase } from '@/lib/staff/open-case';
import { proposeRelink } from '@/lib/staff/propose-relink';
import { undoDecision } from '@/lib/staff/undo-decision';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { again, now, recordOnFile, signedInEducator, signedInStaff } from '@/tests/support/people';
import { audited, messagesTo, tenConnections, value } from './filed';
import { caseRow, contactEmail, giveAddress, linkOnFile, liveLink, waitingCase, type WaitingCase } from './identity-cases';

const { db } = useDatabase();
const later = new Date(now.getTime() + 86_400_000);
const reason = 'The court order names both';
const asked = ({ found }: WaitingCase, ein: string) => ({ reference: found.reference, ein });

describe('bringing a record into a case by its EIN', () => {
  it('lets everybody who decides see how it compares, and its person see who looked', async () => {
    const one = await waitingCase();
    const other = await recordOnFile();
    const reviewer = await signedInStaff('reviewer');
    value(await addCandidate(reviewer, asked(one, other.ein)));
    expect(await caseRow(one.found.id)).toMatchObject({ candidateIds: [one.onFile.personId, other.personId], addedIds: [other.personId] });
    expect(await audited(other.personId, 'identity_record_added')).toMatchObject([{ reason: 'identity' }]);
    expect(await audited(one.found.id, 'identity_record_added')).toMatchObject([{ details: { reference: one.found.reference } }]);
    value(await openCase(reviewer, { reference: one.found.reference }));
    expect(await db().select().from(personAccess).where(eq(personAccess.personId, other.personId))).toMatchObject([{ staffId: reviewer.actor.accountId }]);
    const shown = must(await findCase(reviewer, one.found.reference), 'the case').candidates.find(({ ein }) => ein === other.ein);
    expect(shown).toMatchObject({ isAdded: true, evidence: { ssn: 'differs', birthDate: 'differs' } });
  });

  it.each([['cashier'], ['auditor']] as const)('is not for the role of %s', async (role) => {
    const one = await waitingCase();
    expect(outcome(await addCandidate(await signedInStaff(role), asked(one, (await recordOnFile()).ein)))).toBe('not_allowed');
  });

  it('knows the case and the record, and takes each once', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    expect(outcome(await addCandidate(reviewer, { reference: 'C0000000', ein: one.onFile.ein }))).toBe('not_found');
    expect(outcome(await addCandidate(reviewer, asked(one, '1')))).toBe('unknown_ein');
    expect(outcome(await addCandidate(reviewer, asked(one, one.onFile.ein)))).toBe('already_in_case');
    const gone = await recordOnFile();
    await db().update(person).set({ mergedInto: one.onFile.personId }).where(eq(person.id, gone.personId));
    expect(outcome(await addCandidate(reviewer, asked(one, gone.ein)))).toBe('merged_already');
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await addCandidate(reviewer, asked(one, (await recordOnFile()).ein)))).toBe('no_account');
    await db().update(identityCase).set({ closedAt: now }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await addCandidate(reviewer, asked(one, (await recordOnFile()).ein)))).toBe('case_closed');
  });

  it('is not for whoever the record is about', async () => {
    const [one, own, reviewer] = [await waitingCase(), await recordOnFile(), await signedInStaff('reviewer')];
    await giveAddress(reviewer.actor.accountId, 'own-record@example.test');
    await contactEmail(own.personId, 'own-record@example.test');
    expect(outcome(await addCandidate(reviewer, asked(one, own.ein)))).toBe('own_record');
    expect((await caseRow(one.found.id)).candidateIds).toEqual([one.onFile.personId]);
  });

  it('adds it once, of ten who do so at once', async () => {
    const [one, other] = [await waitingCase(), await recordOnFile()];
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('reviewer')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => addCandidate(ctx, asked(one, other.ein))));
    expect(answers.map(outcome).toSorted()).toEqual([...Array.from({ length: 9 }, () => 'already_in_case'), 'ok']);
    expect((await caseRow(one.found.id)).candidateIds).toHaveLength(2);
  });
});

describe('linking to a record that staff brought into the case', () => {
  it('is for one person where a number agrees', async () => {
    const theirs = await recordOnFile();
    const one = await waitingCase({ typed: { ...theirs.typed, firstName: 'Other', lastName: 'Names' } });
    const reviewer = await signedInStaff('reviewer');
    value(await addCandidate(reviewer, asked(one, theirs.ein)));
    value(await linkCase(reviewer, { ...asked(one, theirs.ein), reason }));
    expect(await liveLink(one.ctx.actor.accountId)).toMatchObject({ personId: theirs.personId, strength: 'full' });
  });

  it('takes two people where none does, and one to undo it who may approve', async () => {
    const [one, other, reviewer] = [await waitingCase(), await recordOnFile(), await signedInStaff('reviewer')];
    const supervisor = await signedInStaff('supervisor');
    value(await addCandidate(reviewer, asked(one, other.ein)));
    expect(outcome(await linkCase(reviewer, { ...asked(one, other.ein), reason }))).toBe('needs_second_person');
    expect(outcome(await linkCase(supervisor, { ...asked(one, other.ein), reason }))).toBe('needs_second_person');
    const { id } = value(await proposeRelink(supervisor, { ...asked(one, other.ein), reason }));
    expect(outcome(await approveProposal(again(supervisor), { id }))).toBe('own_proposal');
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
    value(await approveProposal(await signedInStaff('supervisor'), { id }));
    expect(await liveLink(one.ctx.actor.accountId)).toMatchObject({ personId: other.personId, strength: 'full' });
    expect(await caseRow(one.found.id)).toMatchObject({ resolution: 'relink' });
    expect(await messagesTo(one.ctx.actor.accountId, 'identity_answered')).toHaveLength(1);
    expect(outcome(await undoDecision(again(reviewer, later), { id }))).toBe('not_allowed');
    value(await undoDecision(again(supervisor, later), { id }));
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: null });
  });

  it('is refused where another account holds it: that is a proposal too', async () => {
    const theirs = await recordOnFile();
    const one = await waitingCase({ typed: theirs.typed });
    const reviewer = await signedInStaff('reviewer');
    value(await addCandidate(reviewer, asked(one, theirs.ein)));
    await linkOnFile((await signedInEducator()).actor.accountId, theirs.personId);
    expect(outcome(await linkCase(reviewer, { ...asked(one, theirs.ein), reason }))).toBe('record_claimed');
    expect(outcome(await proposeRelink(reviewer, { ...asked(one, theirs.ein), reason }))).toBe('ok');
  });

  it('leaves any other free record to one person, in the case', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    expect(outcome(await proposeRelink(reviewer, { ...asked(one, one.onFile.ein), reason }))).toBe('nothing_to_relink');
  });
});
