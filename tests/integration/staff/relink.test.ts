import { eq } from 'drizzle-orm';
import { certificate } from '@/db/schema/certificates';
import { claim, identityCase, person } from '@/db/schema/identity';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { linkCase } from '@/lib/staff/link-case';
import { proposeRelink } from '@/lib/staff/propose-relink';
import { undoDecision } from '@/lib/staff/undo-decision';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { again, certificateOnFile, now, recordOnFile, signedInEducator, signedInStaff } from '@/tests/support/people';
import { audited, messagesTo, tenConnections, value } from './filed';
import { applicationOnFile, applicationRow, caseRow, decisionRow, linkOnFile, liveLink, waitingCase } from './identity-cases';

const { db } = useDatabase();
const later = new Date(now.getTime() + 86_400_000);
const reason = 'The passport shows it';
const asked = (reference: string, ein: string) => ({ reference, ein, reason });

/** Somebody waits for a record that another account holds. */
async function contested() {
  const one = await waitingCase({ kind: 'claimed_record' });
  const holder = await signedInEducator();
  const heldClaim = await linkOnFile(holder.actor.accountId, one.onFile.personId);
  return { ...one, holder, heldClaim };
}

async function relinked(one: Awaited<ReturnType<typeof contested>>, ein = one.onFile.ein) {
  const { id } = value(await proposeRelink(await signedInStaff('reviewer'), asked(one.found.reference, ein)));
  value(await approveProposal(await signedInStaff('supervisor'), { id }));
  return id;
}

describe('giving a record to another account', () => {
  it('takes two people; whoever loses it gets a case of their own', async () => {
    const one = await contested();
    const draft = await applicationOnFile(one.holder.actor.accountId, { personId: one.onFile.personId });
    const { id } = value(await proposeRelink(await signedInStaff('reviewer'), asked(one.found.reference, one.onFile.ein)));
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
    value(await approveProposal(await signedInStaff('supervisor'), { id }));
    expect(await liveLink(one.ctx.actor.accountId)).toMatchObject({ personId: one.onFile.personId, strength: 'full' });
    expect(await liveLink(one.holder.actor.accountId)).toBeUndefined();
    expect((await applicationRow(draft)).personId).toBeNull();
    expect(await caseRow(one.found.id)).toMatchObject({ resolution: 'relink' });
    const [theirs] = await db().select().from(identityCase).where(eq(identityCase.accountId, one.holder.actor.accountId));
    expect(theirs).toMatchObject({ kind: 'match', closedAt: null, candidateIds: [one.onFile.personId] });
    expect(await messagesTo(one.holder.actor.accountId, 'identity_reopened')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'identity_answered')).toHaveLength(1);
    expect(await audited(one.onFile.personId, 'person_relinked')).toHaveLength(1);
  });

  it('moves a link from one record to another, and with it what was filed', async () => {
    const other = await recordOnFile();
    const one = await waitingCase({ kind: 'certificate_problem' });
    const { accountId } = one.ctx.actor;
    await linkOnFile(accountId, one.onFile.personId);
    const first = await applicationOnFile(accountId, { personId: one.onFile.personId });
    const { id } = value(await proposeRelink(await signedInStaff('reviewer'), asked(one.found.reference, other.ein)));
    expect(await decisionRow(id)).toMatchObject({ personId: other.personId, otherPersonId: one.onFile.personId });
    value(await approveProposal(await signedInStaff('administrator'), { id }));
    expect(await liveLink(accountId)).toMatchObject({ personId: other.personId });
    expect((await applicationRow(first)).personId).toBe(other.personId);
  });

  it('waits for an application about a certificate of the record to be decided', async () => {
    const one = await contested();
    const { id: certificateId } = await certificateOnFile(one.onFile.personId, { expiresOn: day('2027-01-14') });
    expect(await db().$count(certificate, eq(certificate.id, certificateId))).toBe(1);
    const filed = { personId: one.onFile.personId, certificateId, kind: 'continue_professional', submittedAt: now, status: 'submitted' };
    await applicationOnFile(one.holder.actor.accountId, filed);
    const { id } = value(await proposeRelink(await signedInStaff('reviewer'), asked(one.found.reference, one.onFile.ein)));
    expect(outcome(await approveProposal(await signedInStaff('supervisor'), { id }))).toBe('application_open');
    expect(await liveLink(one.holder.actor.accountId)).toBeDefined();
  });

  it('is refused by role, without an account, an EIN, or anything to change', async () => {
    const one = await contested();
    const reviewer = await signedInStaff('reviewer');
    const { reference } = one.found;
    expect(outcome(await proposeRelink(await signedInStaff('cashier'), asked(reference, one.onFile.ein)))).toBe('not_allowed');
    expect(outcome(await proposeRelink(reviewer, asked('C0000000', one.onFile.ein)))).toBe('not_found');
    expect(outcome(await proposeRelink(reviewer, asked(reference, '7')))).toBe('unknown_ein');
    const free = await recordOnFile();
    expect(outcome(await proposeRelink(reviewer, asked(reference, free.ein)))).toBe('nothing_to_relink');
    await db().update(person).set({ mergedInto: one.onFile.personId }).where(eq(person.id, free.personId));
    expect(outcome(await proposeRelink(reviewer, asked(reference, free.ein)))).toBe('merged_already');
    value(await proposeRelink(reviewer, asked(reference, one.onFile.ein)));
    expect(outcome(await proposeRelink(reviewer, asked(reference, one.onFile.ein)))).toBe('proposal_waiting');
    const linked = await waitingCase();
    await linkOnFile(linked.ctx.actor.accountId, linked.onFile.personId);
    expect(outcome(await proposeRelink(reviewer, asked(linked.found.reference, linked.onFile.ein)))).toBe('same_record');
    await db().update(identityCase).set({ accountId: null }).where(eq(identityCase.id, linked.found.id));
    expect(outcome(await proposeRelink(reviewer, asked(linked.found.reference, linked.onFile.ein)))).toBe('no_account');
    await db().update(identityCase).set({ closedAt: now }).where(eq(identityCase.id, linked.found.id));
    expect(outcome(await proposeRelink(reviewer, asked(linked.found.reference, linked.onFile.ein)))).toBe('case_closed');
  });

  it('leaves one live link on the record while it is also linked ten times', async () => {
    const one = await contested();
    const { id } = value(await proposeRelink(await signedInStaff('reviewer'), asked(one.found.reference, one.onFile.ein)));
    const others = await Promise.all(Array.from({ length: 9 }, () => waitingCase({ onFile: one.onFile })));
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('supervisor')));
    await tenConnections();
    const boss = must(desk[9], 'a supervisor');
    await Promise.all([
      approveProposal(boss, { id }),
      ...others.map((each, at) => linkCase(must(desk[at], 'a reviewer'), asked(each.found.reference, one.onFile.ein))),
    ]);
    const live = (await db().select().from(claim).where(eq(claim.personId, one.onFile.personId))).filter((row) => row.endedAt === null);
    expect(live).toHaveLength(1);
  });
});

describe('undoing it', () => {
  it('gives each account what it had', async () => {
    const one = await contested();
    const draft = await applicationOnFile(one.holder.actor.accountId, { personId: one.onFile.personId });
    const [before] = await db().select().from(claim).where(eq(claim.id, one.heldClaim));
    const id = await relinked(one);
    value(await undoDecision(again(await signedInStaff('supervisor'), later), { id }));
    expect(await liveLink(one.holder.actor.accountId)).toEqual(before);
    expect(await liveLink(one.ctx.actor.accountId)).toBeUndefined();
    expect((await applicationRow(draft)).personId).toBe(one.onFile.personId);
    expect(await caseRow(one.found.id)).toMatchObject({ closedAt: null });
    const [theirs] = await db().select().from(identityCase).where(eq(identityCase.accountId, one.holder.actor.accountId));
    expect(theirs).toMatchObject({ resolution: 'undone' });
  });

  it('is for whoever may approve, and not once the account that lost it has another record', async () => {
    const one = await contested();
    const id = await relinked(one);
    expect(outcome(await undoDecision(await signedInStaff('reviewer'), { id }))).toBe('not_allowed');
    await linkOnFile(one.holder.actor.accountId, (await recordOnFile()).personId);
    expect(outcome(await undoDecision(again(await signedInStaff('supervisor'), later), { id }))).toBe('changed_since');
    expect(await liveLink(one.ctx.actor.accountId)).toMatchObject({ personId: one.onFile.personId });
  });
});
