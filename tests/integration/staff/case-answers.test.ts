import { eq } from 'drizzle-orm';
import { decision } from '@/db/schema/applications';
import { claim, identityCase, matchKey, person, personSecret } from '@/db/schema/identity';
import { rekeyRecords } from '@/lib/identity/rekey-records';
import { saveContact } from '@/lib/identity/save-contact';
import { must } from '@/lib/shared/result';
import { answerInWords } from '@/lib/staff/answer-in-words';
import { answerWithNew } from '@/lib/staff/answer-with-new';
import { askForDocument } from '@/lib/staff/ask-for-document';
import { confirmCase } from '@/lib/staff/confirm-case';
import { undoDecision } from '@/lib/staff/undo-decision';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase } from '@/tests/support/everything-written';
import { findLeaks, guardedDate, guardedSsn } from '@/tests/support/find-leaks';
import { deliverMail, useMailbox } from '@/tests/support/mail';
import { again, now, recordOnFile, signedInStaff, typedAs, workerCtx } from '@/tests/support/people';
import { audited, messagesTo, tenConnections, value } from './filed';
import {
  applicationOnFile,
  applicationRow,
  caseRow,
  decisionsOf,
  linkOnFile,
  liveLink,
  waitingCase,
  wholeRecord,
  type WaitingCase,
} from './identity-cases';

const { db } = useDatabase();
const letters = useMailbox();
const later = new Date(now.getTime() + 86_400_000);
const reason = 'Looked at the file';
const decisionOf = async (one: WaitingCase) => must((await decisionsOf(one.found.id)).at(-1), 'the decision');
const lastLetter = async (subject: RegExp) => {
  await deliverMail(later);
  return must(letters.all().findLast((mail) => subject.test(mail.subject)), `a letter called ${subject}`);
};

describe('giving a new EIN', () => {
  it('makes a person of what was typed, links the account fully and closes the case', async () => {
    const one = await waitingCase();
    const { accountId } = one.ctx.actor;
    const draft = await applicationOnFile(accountId);
    const reviewer = await signedInStaff('reviewer');
    value(await answerWithNew(reviewer, { reference: one.found.reference, reason }));
    const link = must(await liveLink(accountId), 'the link');
    const made = await wholeRecord(link.personId);
    expect(made.row).toMatchObject({ source: 'registered', firstName: one.typed.firstName, lastName: one.typed.lastName });
    expect(made.row?.ein).toMatch(/^\d{10}$/);
    expect({ ssn: made.ssn, born: made.birthDate }).toEqual({ ssn: one.typed.ssn.reveal(), born: one.typed.birthDate.reveal() });
    expect((await applicationRow(draft)).personId).toBe(link.personId);
    expect(await caseRow(one.found.id)).toMatchObject({ resolution: 'new', closedBy: reviewer.actor.accountId });
    expect(await audited(link.personId, 'person_created')).toHaveLength(1);
    expect((await lastLetter(/Identification Number is ready/)).text).toContain('found no record of yours');
  });

  it('is refused where the SSN is on record by now, also as the second under one number', async () => {
    const typed = typedAs();
    const one = await waitingCase({ typed });
    const { personId } = await recordOnFile({ ssn: typed.ssn.reveal() });
    const input = { reference: one.found.reference, reason };
    expect(outcome(await answerWithNew(await signedInStaff('reviewer'), input))).toBe('ssn_on_record');
    await db().update(personSecret).set({ ssnKey: null }).where(eq(personSecret.personId, personId));
    expect(outcome(await answerWithNew(await signedInStaff('reviewer'), { reference: one.found.reference, reason }))).toBe('ssn_on_record');
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
    expect(await caseRow(one.found.id)).toEqual(one.found);
  });

  it('needs somebody who waits and what they typed', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('supervisor');
    const input = { reference: one.found.reference, reason };
    expect(outcome(await answerWithNew(await signedInStaff('cashier'), input))).toBe('not_allowed');
    expect(outcome(await answerWithNew(reviewer, { reference: 'C0000000', reason }))).toBe('not_found');
    await db().update(identityCase).set({ registrationId: null }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await answerWithNew(reviewer, input))).toBe('nothing_typed');
    await linkOnFile(one.ctx.actor.accountId, one.onFile.personId);
    expect(outcome(await answerWithNew(reviewer, input))).toBe('already_linked');
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await answerWithNew(reviewer, input))).toBe('no_account');
  });

  it('makes one person of ten decisions at once', async () => {
    const one = await waitingCase();
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('reviewer')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => answerWithNew(ctx, { reference: one.found.reference, reason })));
    expect(answers.map(outcome).toSorted()).toEqual([...Array.from({ length: 9 }, () => 'case_closed'), 'ok'].toSorted());
    expect(await db().select().from(person).where(eq(person.lastName, one.typed.lastName))).toHaveLength(1);
  });

  it('is undone: nobody is found under the number, the SSN is free and stays so when records are keyed again', async () => {
    const one = await waitingCase();
    const draft = await applicationOnFile(one.ctx.actor.accountId);
    const reviewer = await signedInStaff('reviewer');
    value(await answerWithNew(reviewer, { reference: one.found.reference, reason }));
    const first = must(await liveLink(one.ctx.actor.accountId), 'the link');
    value(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }));
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
    expect((await applicationRow(draft)).personId).toBeNull();
    expect(await caseRow(one.found.id)).toEqual({ ...one.found, promisedBy: '2026-12-02' });
    const kinds = async () => (await db().select().from(matchKey).where(eq(matchKey.personId, first.personId))).map((key) => key.kind);
    expect(await kinds()).toEqual(['birth_date']);
    value(await rekeyRecords(workerCtx(later)));
    expect(await kinds()).toEqual(['birth_date']);
    value(await answerWithNew(again(reviewer, later), { reference: one.found.reference, reason }));
    const second = must(await liveLink(one.ctx.actor.accountId), 'the second link');
    expect(second.personId).not.toBe(first.personId);
    expect((await wholeRecord(first.personId)).row?.ein).toBeDefined();
  });

  it('is not undone where an application was approved with it', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    value(await answerWithNew(reviewer, { reference: one.found.reference, reason }));
    const { personId } = must(await liveLink(one.ctx.actor.accountId), 'the link');
    const applicationId = await applicationOnFile(one.ctx.actor.accountId, { personId, submittedAt: new Date(0), status: 'submitted' });
    await db().insert(decision).values({ applicationId, outcome: 'approved', decidedBy: reviewer.actor.accountId, decidedAt: later });
    expect(outcome(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }))).toBe('application_approved');
  });
});

describe('asking for a document', () => {
  const askedFor = 'A copy of your marriage certificate';

  it('says what, promises a new date, leaves the case open and writes where to send it', async () => {
    const one = await waitingCase();
    value(await askForDocument(again(await signedInStaff('reviewer'), later), { reference: one.found.reference, askedFor }));
    expect(await caseRow(one.found.id)).toEqual({ ...one.found, askedFor, askedAt: later, promisedBy: '2026-12-02' });
    const letter = await lastLetter(/Please send us something/);
    expect(letter.text).toContain(askedFor);
    expect(letter.text).toContain('/confirm');
    expect(JSON.stringify(await audited(one.found.id, 'identity_document_asked'))).not.toContain('marriage');
  });

  it('is refused by role, for a case that is not there or closed, and where nobody can be asked', async () => {
    const one = await waitingCase({ kind: 'ssn_conflict' });
    const input = { reference: one.found.reference, askedFor };
    const reviewer = await signedInStaff('reviewer');
    expect(outcome(await askForDocument(await signedInStaff('auditor'), input))).toBe('not_allowed');
    expect(outcome(await askForDocument(reviewer, { ...input, reference: 'C0000000' }))).toBe('not_found');
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await askForDocument(reviewer, input))).toBe('nobody_to_ask');
    await db().update(identityCase).set({ closedAt: now }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await askForDocument(reviewer, input))).toBe('case_closed');
  });
});

describe('rejecting', () => {
  it('closes the case, tells why and what can be done, and leaves the account as it is', async () => {
    const one = await waitingCase();
    value(await answerInWords(await signedInStaff('reviewer'), { reference: one.found.reference, outcome: 'reject', words: 'The passport is of somebody else.' }));
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: now, resolution: 'reject' });
    const letter = await lastLetter(/Our answer to case/);
    expect(letter.text).toContain('The passport is of somebody else.');
    expect(letter.text).toContain('you can sign in');
    expect(JSON.stringify(await audited(one.found.id, 'identity_case_settled'))).not.toContain('passport');
  });

  it('says yes, too: what was asked for is done', async () => {
    const one = await waitingCase({ kind: 'certificate_problem' });
    value(await answerInWords(await signedInStaff('reviewer'), { reference: one.found.reference, outcome: 'answer', words: 'Your certificate of 2012 is on record now.' }));
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: now, resolution: 'answer' });
    const letter = await lastLetter(/Our answer to case/);
    expect(letter.text).toContain('Your certificate of 2012 is on record now.');
    expect(letter.text).not.toContain('sorry');
  });

  it('writes to the address that somebody gave who cannot sign in', async () => {
    const one = await waitingCase({ kind: 'lost_email', details: { newEmail: 'lou@example.test', firstName: 'Lou' } });
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, one.found.id));
    value(await answerInWords(await signedInStaff('reviewer'), { reference: one.found.reference, outcome: 'reject', words: 'We could not find out.' }));
    await deliverMail(later);
    expect(letters.to('lou@example.test')[0]?.text).toContain('Hello Lou');
  });

  it('is refused by role and once it is closed; undone, the case is open again', async () => {
    const one = await waitingCase();
    const input = { reference: one.found.reference, outcome: 'reject', words: reason } as const;
    expect(outcome(await answerInWords(await signedInStaff('cashier'), input))).toBe('not_allowed');
    const reviewer = await signedInStaff('reviewer');
    value(await answerInWords(reviewer, input));
    expect(outcome(await answerInWords(again(reviewer), input))).toBe('case_closed');
    value(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }));
    expect(await caseRow(one.found.id)).toEqual({ ...one.found, promisedBy: '2026-12-02' });
  });
});

describe('confirming that it is them', () => {
  const provisional = async () => {
    const one = await waitingCase({ kind: 'confirm_identity' });
    const claimId = await linkOnFile(one.ctx.actor.accountId, one.onFile.personId, 'provisional');
    return { ...one, claimId, input: { reference: one.found.reference, reason } };
  };
  const linkRow = async (id: string) => must((await db().select().from(claim).where(eq(claim.id, id)))[0], 'the link');

  it('makes a provisional link full, and undone provisional again', async () => {
    const one = await provisional();
    const before = await linkRow(one.claimId);
    const reviewer = await signedInStaff('reviewer');
    value(await confirmCase(reviewer, one.input));
    expect(await linkRow(one.claimId)).toMatchObject({ strength: 'full', fullAt: now, evidence: { ssn: 'equal', confirmedBy: 'staff' } });
    expect(await caseRow(one.found.id)).toMatchObject({ resolution: 'confirm' });
    expect((await lastLetter(/confirmed that it is you/)).text).toContain('print certificates');
    value(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }));
    expect(await linkRow(one.claimId)).toEqual(before);
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: null });
  });

  it('is refused for another kind of case, without a link, for a full one, by role and twice', async () => {
    const reviewer = await signedInStaff('reviewer');
    const other = await waitingCase();
    expect(outcome(await confirmCase(reviewer, { reference: other.found.reference, reason }))).toBe('other_kind');
    const unlinked = await waitingCase({ kind: 'confirm_identity' });
    expect(outcome(await confirmCase(reviewer, { reference: unlinked.found.reference, reason }))).toBe('not_linked');
    const one = await provisional();
    expect(outcome(await confirmCase(await signedInStaff('cashier'), one.input))).toBe('not_allowed');
    value(await confirmCase(reviewer, one.input));
    expect(outcome(await confirmCase(reviewer, one.input))).toBe('case_closed');
    const full = await waitingCase({ kind: 'confirm_identity', ctx: one.ctx, onFile: one.onFile });
    expect(outcome(await confirmCase(reviewer, { reference: full.found.reference, reason }))).toBe('already_full');
    expect(await messagesTo(one.ctx.actor.accountId, 'identity_answered')).toHaveLength(1);
  });

  it('gives back, undone, what they changed since: the next letter goes to the address that was on file', async () => {
    const one = await provisional();
    value(await confirmCase(await signedInStaff('reviewer'), one.input));
    const address = { addressLine1: '12 Elm Street', addressLine2: undefined, city: 'Hartford', state: 'CT', postalCode: '06103', phone: undefined };
    value(await saveContact(again(one.ctx), address));
    expect((await wholeRecord(one.onFile.personId)).contact).toMatchObject({ addressLine1: '12 Elm Street' });
    value(await undoDecision(await signedInStaff('reviewer'), { id: (await decisionOf(one)).id }));
    expect((await wholeRecord(one.onFile.personId)).contact).toMatchObject({ addressLine1: null, city: null, postalCode: null });
    expect(await audited(one.onFile.personId, 'profile_changes_undone')).toHaveLength(1);
  });
});

it('leaves neither an SSN nor a birth date anywhere in the clear', async () => {
  const one = await waitingCase({ typed: typedAs({ ssn: '531846207' }) });
  value(await answerWithNew(await signedInStaff('reviewer'), { reference: one.found.reference, reason }));
  const guarded = [guardedSsn('SSN', '531846207'), guardedDate('birth date', one.typed.birthDate.reveal())];
  expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
});
