import { eq } from 'drizzle-orm';
import { claim, identityCase, personContact, recordChange } from '@/db/schema/identity';
import { changeLastName } from '@/lib/identity/change-last-name';
import { saveContact } from '@/lib/identity/save-contact';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { findDecisionsOfCase } from '@/lib/staff/decision-queries';
import { linkCase } from '@/lib/staff/link-case';
import { undoDecision } from '@/lib/staff/undo-decision';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { deliverMail, useMailbox } from '@/tests/support/mail';
import { again, certificateOnFile, now, recordOnFile, signedInEducator, signedInStaff } from '@/tests/support/people';
import { audited, messagesTo, tenConnections, value } from './filed';
import {
  applicationOnFile,
  applicationRow,
  caseRow,
  contactEmail,
  decisionRow,
  decisionsOf,
  giveAddress,
  linkOnFile,
  liveLink,
  waitingCase,
  wholeRecord,
  type WaitingCase,
} from './identity-cases';

const { db } = useDatabase();
const letters = useMailbox();
const later = new Date(now.getTime() + 86_400_000);
const reason = 'The diploma names both';
const asked = ({ found, onFile }: WaitingCase) => ({ reference: found.reference, ein: onFile.ein, reason });
const decisionOf = async (one: WaitingCase) => must((await decisionsOf(one.found.id)).at(-1), 'the decision');

describe('linking whoever waits to a record', () => {
  it('makes a full link, closes the case, takes their applications along and writes to them', async () => {
    const one = await waitingCase();
    const { accountId } = one.ctx.actor;
    const draft = await applicationOnFile(accountId);
    const reviewer = await signedInStaff('reviewer');
    expect(await linkCase(reviewer, asked(one))).toEqual({ ok: true, value: { reference: one.found.reference } });
    const link = { strength: 'full', personId: one.onFile.personId, evidence: { basis: 'staff' }, typedLastName: one.typed.lastName, fullAt: now };
    expect(await liveLink(accountId)).toMatchObject(link);
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: now, closedBy: reviewer.actor.accountId, resolution: 'link' });
    expect((await applicationRow(draft)).personId).toBe(one.onFile.personId);
    expect(await decisionOf(one)).toMatchObject({ kind: 'link', reason, doneAt: now, undo: { applications: [draft] }, approvedBy: null });
    expect(await audited(one.onFile.personId, 'person_linked')).toMatchObject([{ details: { by: 'staff' }, reason: 'identity' }]);
    await deliverMail();
    const [mail] = letters.all().filter((each) => each.subject === 'We found your certification record');
    expect(mail?.text).toContain('/home');
  });

  it.each([['cashier'], ['auditor']] as const)('is not for the role of %s', async (role) => {
    const one = await waitingCase();
    expect(outcome(await linkCase(await signedInStaff(role), asked(one)))).toBe('not_allowed');
    expect(await decisionsOf(one.found.id)).toEqual([]);
  });

  it('knows the case, and only the records of the case', async () => {
    const one = await waitingCase();
    const other = await recordOnFile();
    const reviewer = await signedInStaff('reviewer');
    expect(outcome(await linkCase(reviewer, { ...asked(one), reference: 'C0000000' }))).toBe('not_found');
    expect(outcome(await linkCase(reviewer, { ...asked(one), ein: other.ein }))).toBe('not_a_candidate');
    expect(outcome(await linkCase(reviewer, { ...asked(one), ein: '1' }))).toBe('not_a_candidate');
  });

  it('leaves a record with the account that holds it', async () => {
    const one = await waitingCase();
    const holder = await signedInEducator();
    await linkOnFile(holder.actor.accountId, one.onFile.personId);
    expect(outcome(await linkCase(await signedInStaff('supervisor'), asked(one)))).toBe('record_claimed');
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
  });

  it('links an account once, and a case without an account never', async () => {
    const one = await waitingCase();
    await linkOnFile(one.ctx.actor.accountId, (await recordOnFile()).personId);
    const reviewer = await signedInStaff('reviewer');
    expect(outcome(await linkCase(reviewer, asked(one)))).toBe('already_linked');
    const nobody = await waitingCase();
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, nobody.found.id));
    expect(outcome(await linkCase(reviewer, asked(nobody)))).toBe('no_account');
  });

  it('is done once', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    value(await linkCase(reviewer, asked(one)));
    expect(outcome(await linkCase(again(reviewer), asked(one)))).toBe('case_closed');
    expect(await messagesTo(one.ctx.actor.accountId, 'identity_answered')).toHaveLength(1);
  });

  it.each(['account', 'record', 'form'] as const)('is not for whoever it is about: their address on the %s', async (where) => {
    const email = `${where}-of-staff@example.test`;
    const reviewer = await signedInStaff('reviewer');
    const one = await waitingCase();
    await giveAddress(reviewer.actor.accountId, where === 'form' ? one.typed.email : email);
    if (where === 'record') await contactEmail(one.onFile.personId, email);
    if (where === 'account') await db().update(identityCase).set({ accountId: reviewer.actor.accountId }).where(eq(identityCase.id, one.found.id));
    expect(outcome(await linkCase(reviewer, asked(one)))).toBe('own_record');
    await giveAddress(reviewer.actor.accountId, `other-${where}@example.test`);
  });

  it('gives one record to one of ten who wait for it', async () => {
    const onFile = await recordOnFile();
    const waiting = await Promise.all(Array.from({ length: 10 }, () => waitingCase({ onFile })));
    const desk = await Promise.all(waiting.map(() => signedInStaff('reviewer')));
    await tenConnections();
    const answers = await Promise.all(waiting.map((one, at) => linkCase(must(desk[at], 'a reviewer'), asked(one))));
    expect(answers.map(outcome).toSorted()).toEqual(['ok', ...Array.from({ length: 9 }, () => 'record_claimed')].toSorted());
    expect(await db().select().from(claim).where(eq(claim.personId, onFile.personId))).toHaveLength(1);
  });

  it('links one account once, of ten decisions on its ten cases', async () => {
    const first = await waitingCase();
    const others = await Promise.all(Array.from({ length: 9 }, () => waitingCase({ ctx: first.ctx })));
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('reviewer')));
    await tenConnections();
    const answers = await Promise.all([first, ...others].map((one, at) => linkCase(must(desk[at], 'a reviewer'), asked(one))));
    expect(answers.map(outcome).toSorted()).toEqual([...Array.from({ length: 9 }, () => 'already_linked'), 'ok'].toSorted());
  });
});

describe('undoing a link', () => {
  it('puts everything back: no link, an open case with a new date, applications without a record', async () => {
    const one = await waitingCase();
    const draft = await applicationOnFile(one.ctx.actor.accountId);
    const before = { record: await wholeRecord(one.onFile.personId), application: await applicationRow(draft) };
    const reviewer = await signedInStaff('reviewer');
    value(await linkCase(reviewer, asked(one)));
    const { id } = await decisionOf(one);
    value(await undoDecision(again(reviewer, later), { id }));
    const after = await wholeRecord(one.onFile.personId);
    expect({ ...after, claims: [], cases: [] }).toEqual({ ...before.record, cases: [] });
    expect(after.claims).toMatchObject([{ endedAt: later, endedBecause: 'undone' }]);
    expect(await applicationRow(draft)).toEqual(before.application);
    expect(await caseRow(one.found.id)).toEqual({ ...one.found, promisedBy: '2026-12-02' });
    expect(await decisionRow(id)).toMatchObject({ undoneAt: later, undoneBy: reviewer.actor.accountId });
    expect(await messagesTo(one.ctx.actor.accountId, 'identity_reopened')).toHaveLength(1);
    expect(await audited(one.found.id, 'identity_decision_undone')).toMatchObject([{ details: { kind: 'link' } }]);
    expect(outcome(await undoDecision(again(reviewer, later), { id }))).toBe('undone_already');
    expect(outcome(await linkCase(again(reviewer, later), asked(one)))).toBe('ok');
  });

  describe('through which the educator changed the record', () => {
    const typed = { addressLine1: '12 Elm Street', addressLine2: '', city: 'Hartford', state: 'CT', postalCode: '06103', phone: '' };
    const contactOf = (postalCode: string, addressLine1 = typed.addressLine1) => ({ ...typed, addressLine1, postalCode, addressLine2: undefined, phone: undefined });
    const before = { addressLine1: '1 Main Street', addressLine2: 'Apt 2', city: 'Storrs', state: 'CT', postalCode: '06268', phone: '8605550100' };

    async function changedThroughLink() {
      const one = await waitingCase({ onFile: await recordOnFile({ birthDate: day('1979-03-04') }) });
      await db().update(personContact).set(before).where(eq(personContact.personId, one.onFile.personId));
      const record = await wholeRecord(one.onFile.personId);
      const reviewer = await signedInStaff('reviewer');
      value(await linkCase(reviewer, asked(one)));
      value(await saveContact(again(one.ctx), contactOf('06103')));
      value(await saveContact(again(one.ctx), contactOf('06105', '14 Elm Street')));
      for (const lastName of ['Rivera', 'Okafor']) {
        value(await changeLastName(again(one.ctx), { lastName, birthDate: secret(day('1979-03-04')) }));
      }
      return { one, record, reviewer, decision: await decisionOf(one) };
    }

    it('gives the record back as it was before the link: contact, name and what it is found by', async () => {
      const { one, record, reviewer, decision } = await changedThroughLink();
      value(await undoDecision(again(reviewer, later), { id: decision.id }));
      const after = await wholeRecord(one.onFile.personId);
      const apart = { contact: { ...record.contact, updatedAt: later }, claims: [], cases: [] };
      expect({ ...after, claims: [], cases: [] }).toEqual({ ...record, ...apart });
      const [undone] = await audited(one.onFile.personId, 'profile_changes_undone');
      expect(undone?.details?.fields).toEqual(expect.arrayContaining(['addressLine1', 'phone', 'lastName']));
      expect(JSON.stringify(undone?.details)).not.toMatch(/Elm|Main|Rivera|Okafor/);
      const kept = await db().select().from(recordChange).where(eq(recordChange.claimId, must(decision.claimId, 'the link')));
      expect(kept.every((each) => each.takenBackAt?.getTime() === later.getTime())).toBe(true);
    });

    it('shows before it is undone what will go back', async () => {
      const { one, record, reviewer } = await changedThroughLink();
      const [shown] = await findDecisionsOfCase(again(reviewer), one.found.reference);
      expect(shown?.goesBack).toEqual(
        expect.arrayContaining([
          { field: 'addressLine1', now: '14 Elm Street', back: '1 Main Street' },
          { field: 'addressLine2', now: null, back: 'Apt 2' },
          { field: 'phone', now: null, back: '8605550100' },
          { field: 'lastName', now: 'Okafor', back: record.row?.lastName },
        ]),
      );
      expect(shown?.goesBack.map(({ field }) => field)).not.toContain('state');
      value(await undoDecision(again(reviewer, later), { id: must(shown, 'the decision').id }));
      const [undone] = await findDecisionsOfCase(again(reviewer), one.found.reference);
      expect(undone?.goesBack).toEqual([]);
    });

    it('leaves what came from elsewhere since', async () => {
      const { one, reviewer, decision } = await changedThroughLink();
      await db().update(personContact).set({ phone: '2035550199' }).where(eq(personContact.personId, one.onFile.personId));
      value(await undoDecision(again(reviewer, later), { id: decision.id }));
      expect((await wholeRecord(one.onFile.personId)).contact).toMatchObject({ ...before, phone: '2035550199' });
    });
  });

  it('gives up a draft about a certificate of that record', async () => {
    const one = await waitingCase();
    const { id: certificateId } = await certificateOnFile(one.onFile.personId);
    const reviewer = await signedInStaff('reviewer');
    value(await linkCase(reviewer, asked(one)));
    const about = { personId: one.onFile.personId, certificateId, kind: 'continue_professional', startedAt: later };
    const draft = await applicationOnFile(one.ctx.actor.accountId, about);
    value(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }));
    expect(await applicationRow(draft)).toMatchObject({ status: 'withdrawn', closedAt: later });
    expect(await audited(draft, 'application_withdrawn')).toHaveLength(1);
  });

  it('is refused where an application was submitted with the record since', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    value(await linkCase(reviewer, asked(one)));
    await applicationOnFile(one.ctx.actor.accountId, { personId: one.onFile.personId, submittedAt: later, status: 'submitted' });
    expect(outcome(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }))).toBe('application_since');
    expect(await liveLink(one.ctx.actor.accountId)).toBeDefined();
  });

  it('is refused where the link was ended since', async () => {
    const one = await waitingCase();
    const reviewer = await signedInStaff('reviewer');
    value(await linkCase(reviewer, asked(one)));
    await db().update(claim).set({ endedAt: later, endedBecause: 'disavowed' }).where(eq(claim.accountId, one.ctx.actor.accountId));
    expect(outcome(await undoDecision(again(reviewer, later), { id: (await decisionOf(one)).id }))).toBe('changed_since');
  });

  it('is done once of ten', async () => {
    const one = await waitingCase();
    value(await linkCase(await signedInStaff('reviewer'), asked(one)));
    const { id } = await decisionOf(one);
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('reviewer')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => undoDecision(again(ctx, later), { id })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await audited(one.onFile.personId, 'identity_decision_undone')).toHaveLength(1);
  });

  it('knows no decision that there is not, and asks for the role', async () => {
    const id = '00000000-0000-0000-0000-000000000000';
    expect(outcome(await undoDecision(await signedInStaff('reviewer'), { id }))).toBe('not_found');
    expect(outcome(await undoDecision(await signedInStaff('cashier'), { id }))).toBe('not_allowed');
  });
});
