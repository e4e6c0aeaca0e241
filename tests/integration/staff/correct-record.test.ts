import { eq } from 'drizzle-orm';
import { identityCase, person } from '@/db/schema/identity';
import { transact } from '@/db/transact';
import { findCandidates } from '@/lib/identity/store';
import { day } from '@/lib/shared/days';
import { ok } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { correctName } from '@/lib/staff/correct-name';
import { findProposals } from '@/lib/staff/decision-queries';
import { proposeCorrection } from '@/lib/staff/propose-correction';
import { undoDecision } from '@/lib/staff/undo-decision';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase } from '@/tests/support/everything-written';
import { findLeaks, guardedDate, guardedSsn } from '@/tests/support/find-leaks';
import { again, now, recordOnFile, signedInEducator, signedInStaff, typedAs } from '@/tests/support/people';
import { audited, messagesTo, tenConnections, value } from './filed';
import { caseRow, decisionsOf, linkOnFile, waitingCase, wholeRecord, type WaitingCase } from './identity-cases';

const { db } = useDatabase();
const later = new Date(now.getTime() + 86_400_000);
const reason = 'The card was shown';
const about = ({ found, onFile }: WaitingCase) => ({ reference: found.reference, ein: onFile.ein, reason });
const names = { firstName: 'Ines', middleName: null, lastName: 'Ibarra', suffix: null };

async function found(typed: ReturnType<typeof typedAs>): Promise<string[]> {
  const { actor } = await signedInEducator();
  return value(await transact(actor, async (tx) => ok((await findCandidates(tx, typed)).map((one) => one.personId))));
}

async function corrected(one: WaitingCase, values: { ssn: ReturnType<typeof secret<string>> } | { birthDate: typeof one.typed.birthDate }) {
  const { id } = value(await proposeCorrection(await signedInStaff('reviewer'), { ...about(one), ...values }));
  value(await approveProposal(await signedInStaff('supervisor'), { id }));
  return id;
}

describe('correcting a name', () => {
  it('needs one person, tells whoever holds the record, and the old name goes on finding it', async () => {
    const one = await waitingCase({ kind: 'name_correction' });
    const { personId, typed } = one.onFile;
    await linkOnFile(one.ctx.actor.accountId, personId);
    value(await correctName(await signedInStaff('reviewer'), { ...about(one), names }));
    const after = await wholeRecord(personId);
    expect(after.row).toMatchObject(names);
    expect(after.names.map((row) => row.lastName)).toEqual([typed.lastName]);
    expect(await messagesTo(one.ctx.actor.accountId, 'record_changed')).toHaveLength(1);
    expect(await caseRow(one.found.id)).toMatchObject({ resolution: 'correct_name' });
    expect(await audited(personId, 'person_corrected')).toMatchObject([{ details: { fields: ['firstName', 'lastName'] } }]);
    const born = typed.birthDate.reveal();
    expect(await found(typedAs({ firstName: 'Nobody', lastName: typed.lastName, birthDate: born }))).toEqual([personId]);
    expect(await found(typedAs({ firstName: 'Ines', lastName: 'Ibarra', birthDate: born }))).toEqual([personId]);
  });

  it('is undone to the letter', async () => {
    const one = await waitingCase();
    const before = await wholeRecord(one.onFile.personId);
    const reviewer = await signedInStaff('reviewer');
    value(await correctName(reviewer, { ...about(one), names }));
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: null });
    const [decided] = await decisionsOf(one.found.id);
    value(await undoDecision(again(reviewer, later), { id: decided?.id ?? '' }));
    expect(await wholeRecord(one.onFile.personId)).toEqual(before);
  });

  it('is refused by role, for the same name, for another record, and undone not after more', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    expect(outcome(await correctName(await signedInStaff('auditor'), { ...about(one), names }))).toBe('not_allowed');
    expect(outcome(await correctName(reviewer, { ...about(one), reference: 'C0000000', names }))).toBe('not_found');
    expect(outcome(await correctName(reviewer, { ...about(one), ein: (await recordOnFile()).ein, names }))).toBe('not_a_candidate');
    const { firstName, lastName } = one.onFile.typed;
    expect(outcome(await correctName(reviewer, { ...about(one), names: { ...names, firstName, lastName } }))).toBe('same_name');
    value(await correctName(reviewer, { ...about(one), names }));
    const [first] = await decisionsOf(one.found.id);
    await db().update(person).set({ lastName: 'Newly' }).where(eq(person.id, one.onFile.personId));
    expect(outcome(await undoDecision(again(reviewer, later), { id: first?.id ?? '' }))).toBe('changed_since');
    value(await correctName(again(reviewer, later), { ...about(one), names: { ...names, suffix: 'Jr' } }));
    expect(outcome(await undoDecision(again(reviewer, later), { id: first?.id ?? '' }))).toBe('decided_since');
    await db().update(person).set({ mergedInto: (await recordOnFile()).personId }).where(eq(person.id, one.onFile.personId));
    expect(outcome(await correctName(reviewer, { ...about(one), names }))).toBe('merged_already');
    await db().update(identityCase).set({ closedAt: now }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await correctName(reviewer, { ...about(one), names }))).toBe('case_closed');
  });
});

describe('correcting an SSN or a birth date', () => {
  it('takes two people; by the wrong SSN nobody is found any more', async () => {
    const one = await waitingCase();
    const { personId, typed } = one.onFile;
    const right = typedAs();
    const { id } = value(await proposeCorrection(await signedInStaff('reviewer'), { ...about(one), ssn: right.ssn }));
    expect((await wholeRecord(personId)).ssn).toBe(typed.ssn.reveal());
    const [shown] = (await findProposals(await signedInStaff('supervisor'))).filter((each) => each.id === id);
    expect(shown?.proposedSsn).toBe(`•••-••-${right.ssn.reveal().slice(-4)}`);
    value(await approveProposal(await signedInStaff('supervisor'), { id }));
    expect((await wholeRecord(personId)).ssn).toBe(right.ssn.reveal());
    expect(await found({ ...typedAs(), ssn: typed.ssn })).toEqual([]);
    expect(await found({ ...typedAs(), ssn: right.ssn })).toEqual([personId]);
    expect(await audited(personId, 'person_corrected')).toMatchObject([{ details: { fields: ['ssn'] } }]);
  });

  it.each(['ssn', 'birthDate'] as const)('is undone: %s', async (field) => {
    const one = await waitingCase({ kind: 'birth_date_correction' });
    const before = await wholeRecord(one.onFile.personId);
    const id = await corrected(one, field === 'ssn' ? { ssn: typedAs().ssn } : { birthDate: secret(day('1970-03-14')) });
    expect(await wholeRecord(one.onFile.personId)).not.toEqual(before);
    expect((await caseRow(one.found.id)).resolution).toBe(field === 'ssn' ? null : 'correct_birth_date');
    expect(outcome(await undoDecision(await signedInStaff('reviewer'), { id }))).toBe('not_allowed');
    value(await undoDecision(again(await signedInStaff('supervisor'), later), { id }));
    expect({ ...(await wholeRecord(one.onFile.personId)), cases: [] }).toEqual({ ...before, cases: [] });
  });

  it('is refused for what is there already, for a number of another record, and for an age nobody has', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    const other = await recordOnFile();
    const propose = async (values: object) => outcome(await proposeCorrection(reviewer, { ...about(one), ...values } as never));
    expect(await propose({ ssn: one.onFile.typed.ssn })).toBe('same_value');
    expect(await propose({ birthDate: one.onFile.typed.birthDate })).toBe('same_value');
    expect(await propose({ ssn: other.typed.ssn })).toBe('ssn_on_record');
    expect(await propose({ birthDate: secret(day('2020-01-01')) })).toBe('unlikely_birth_date');
    expect(await propose({ ssn: typedAs().ssn, reference: 'C0000000' })).toBe('not_found');
    expect(await propose({ ssn: typedAs().ssn, ein: other.ein })).toBe('not_a_candidate');
    const cashier = await signedInStaff('cashier');
    expect(outcome(await proposeCorrection(cashier, { ...about(one), ssn: typedAs().ssn }))).toBe('not_allowed');
    expect(await propose({ ssn: typedAs().ssn })).toBe('ok');
    expect(await propose({ ssn: typedAs().ssn })).toBe('proposal_waiting');
  });

  it('gives one number to one of ten records at once', async () => {
    const ssn = typedAs().ssn;
    const ten = await Promise.all(Array.from({ length: 10 }, () => waitingCase()));
    const proposals: { id: string }[] = [];
    for (const one of ten) proposals.push(value(await proposeCorrection(await signedInStaff('reviewer'), { ...about(one), ssn })));
    const desk = await Promise.all(ten.map(() => signedInStaff('supervisor')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx, at) => approveProposal(ctx, proposals[at] ?? { id: '' })));
    expect(answers.map(outcome).toSorted()).toEqual(['ok', ...Array.from({ length: 9 }, () => 'ssn_on_record')].toSorted());
  });

  it('leaves neither the old nor the new anywhere in the clear', async () => {
    const one = await waitingCase({ onFile: await recordOnFile({ ssn: '531846207', birthDate: day('1969-07-21') }) });
    await corrected(one, { ssn: secret('648153927') });
    await corrected(one, { birthDate: secret(day('1971-02-09')) });
    const guarded = [guardedSsn('old', '531846207'), guardedSsn('new', '648153927'), guardedDate('born', '1969-07-21'), guardedDate('right', '1971-02-09')];
    expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
  });
});
