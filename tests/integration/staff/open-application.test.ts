import { eq } from 'drizzle-orm';
import { personAccess } from '@/db/schema/audit';
import { submitApplication } from '@/lib/payments/submit-application';
import { startApplication } from '@/lib/applications/start-application';
import { decideApplication } from '@/lib/staff/decide-application';
import { findDesk } from '@/lib/staff/desk-queries';
import { openApplication } from '@/lib/staff/open-application';
import { useDatabase } from '@/tests/support/database';
import { again, certificateOnFile, now, signedInStaff } from '@/tests/support/people';
import { applicationOf, audited, filedAdvance, filedRenewal, filedUnlinked, tenConnections, value } from './filed';

const { db } = useDatabase();
const refused = (error: string) => ({ ok: false, error });
const accesses = (personId: string) => db().select().from(personAccess).where(eq(personAccess.personId, personId));
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('opening an application', () => {
  it('from the queue is written down with its reason, and shows four digits of the SSN', async () => {
    const one = await filedRenewal();
    const reviewer = await signedInStaff('reviewer');
    const { reason, maskedSsn } = value(await openApplication(reviewer, { reference: one.reference, openedFor: 'queue' }));
    expect(reason).toBe('queue');
    expect(maskedSsn).toMatch(/^•••-••-\d{4}$/);
    const seen = { staffId: reviewer.actor.accountId, reason: 'queue', purpose: `application ${one.reference}` };
    expect(await accesses(one.personId)).toMatchObject([seen]);
    expect(await audited(one.personId, 'person_opened')).toMatchObject([{ reason: 'queue', actorId: reviewer.actor.accountId }]);
  });

  it('asks for a reason when none is given, and the queue is none for what is not in it', async () => {
    const reviewer = await signedInStaff('reviewer');
    const unpaid = await filedAdvance();
    expect(await openApplication(reviewer, { reference: unpaid.reference })).toEqual(refused('reason_missing'));
    expect(await openApplication(reviewer, { reference: unpaid.reference, openedFor: 'queue' })).toEqual(refused('reason_missing'));
    expect(await accesses(unpaid.personId)).toEqual([]);
    expect((await openApplication(reviewer, { reference: unpaid.reference, openedFor: 'call' })).ok).toBe(true);
    expect(await accesses(unpaid.personId)).toMatchObject([{ reason: 'call' }]);
  });

  it('is written down once in ten minutes for each person, reason and member of the staff', async () => {
    const one = await filedRenewal();
    const [reviewer, other] = [await signedInStaff('reviewer'), await signedInStaff('supervisor')];
    const open = (ctx: typeof reviewer, openedFor?: 'queue' | 'call') => openApplication(ctx, { reference: one.reference, openedFor });
    value(await open(reviewer, 'queue'));
    value(await open(again(reviewer, minutesLater(9)), 'queue'));
    expect(value(await open(again(reviewer, minutesLater(9)))).reason).toBe('queue');
    expect(await accesses(one.personId)).toHaveLength(1);
    value(await open(again(reviewer, minutesLater(9)), 'call'));
    value(await open(again(other, minutesLater(9)), 'queue'));
    expect(await accesses(one.personId)).toHaveLength(3);
    value(await open(again(reviewer, minutesLater(11)), 'queue'));
    expect(await accesses(one.personId)).toHaveLength(4);
    expect(await audited(one.personId, 'person_opened')).toHaveLength(4);
  });

  it('ten times at once is written down once', async () => {
    const one = await filedRenewal();
    const reviewer = await signedInStaff('reviewer');
    await tenConnections();
    const opens = Array.from({ length: 10 }, () => openApplication(again(reviewer), { reference: one.reference, openedFor: 'mail' }));
    expect((await Promise.all(opens)).every((answer) => answer.ok)).toBe(true);
    expect(await accesses(one.personId)).toHaveLength(1);
  });

  it('stays in hand on the day it was closed, and not after', async () => {
    const one = await filedRenewal();
    const reviewer = await signedInStaff('reviewer');
    value(await decideApplication(reviewer, { reference: one.reference, outcome: 'denied', reason: 'No' }));
    const open = (at: Date) => openApplication(again(reviewer, at), { reference: one.reference, openedFor: 'queue' });
    expect((await open(minutesLater(30))).ok).toBe(true);
    expect(await open(minutesLater(24 * 60))).toEqual(refused('reason_missing'));
  });

  it('lets the auditor look under a reason of their own, without the SSN', async () => {
    const one = await filedRenewal();
    const auditor = await signedInStaff('auditor');
    expect(await openApplication(auditor, { reference: one.reference, openedFor: 'queue' })).toEqual(refused('reason_missing'));
    const opened = value(await openApplication(auditor, { reference: one.reference, openedFor: 'audit' }));
    expect(opened).toEqual({ reason: 'audit', maskedSsn: null });
    expect((await findDesk(auditor, one.reference))?.filer.record?.ein).toBe(one.ein);
    expect(await accesses(one.personId)).toHaveLength(1);
  });

  it('is not for the cashier', async () => {
    const one = await filedRenewal();
    const cashier = await signedInStaff('cashier');
    expect(await openApplication(cashier, { reference: one.reference, openedFor: 'mail' })).toEqual(refused('not_allowed'));
    expect(await findDesk(cashier, one.reference)).toBeUndefined();
    expect(await accesses(one.personId)).toEqual([]);
  });

  it('leaves drafts to their educator', async () => {
    const one = await filedRenewal();
    const { number } = await certificateOnFile(one.personId, { endorsements: ['015'] });
    const draft = value(await startApplication(again(one.ctx), { kind: 'continue_professional', certificateNumber: number }));
    expect((await submitApplication(again(one.ctx), draft)).ok).toBe(false);
    const reviewer = await signedInStaff('reviewer');
    expect(await openApplication(reviewer, { ...draft, openedFor: 'call' })).toEqual(refused('not_found'));
    expect(await openApplication(reviewer, { reference: 'A0000000', openedFor: 'call' })).toEqual(refused('not_found'));
  });

  it('of somebody without a record is audited all the same', async () => {
    const one = await filedUnlinked();
    const opened = await openApplication(await signedInStaff('reviewer'), { reference: one.reference, openedFor: 'call' });
    expect(value(opened).maskedSsn).toBeNull();
    expect(await audited((await applicationOf(one)).id, 'person_opened')).toHaveLength(1);
  });
});
