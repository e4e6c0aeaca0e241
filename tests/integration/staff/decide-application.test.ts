import { eq } from 'drizzle-orm';
import { decision } from '@/db/schema/applications';
import { obligation, paymentAttempt } from '@/db/schema/payments';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { submitApplication } from '@/lib/payments/submit-application';
import { startApplication } from '@/lib/applications/start-application';
import { decideApplication } from '@/lib/staff/decide-application';
import { day } from '@/lib/shared/days';
import { acceptAll } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { again, certificateOnFile, now, signedInStaff } from '@/tests/support/people';
import {
  applicationOf,
  approve,
  audited,
  filedAdvance,
  filedFirst,
  filedRenewal,
  filedUnlinked,
  messagesTo,
  moneyOrder,
  slipFor,
  tenConnections,
  value,
} from './filed';

const { db } = useDatabase();
const approval = (reference: string) => ({ reference, outcome: 'approved' as const });
const deny = (reference: string, reason?: string) => ({ reference, outcome: 'denied' as const, reason });
const decisionsOn = (applicationId: string) => db().select().from(decision).where(eq(decision.applicationId, applicationId));

describe('deciding on an application', () => {
  it('approves a free renewal, which can then be issued', async () => {
    const one = await filedRenewal();
    const reviewer = await signedInStaff('reviewer');
    await acceptAll(reviewer, one.reference);
    expect(await decideApplication(reviewer, approval(one.reference))).toEqual({ ok: true, value: { reference: one.reference } });
    const row = await applicationOf(one);
    expect(row).toMatchObject({ status: 'approved', closedAt: null });
    expect(await decisionsOn(row.id)).toMatchObject([{ outcome: 'approved', reason: null, decidedBy: reviewer.actor.accountId }]);
    expect(await audited(row.id, 'application_approved')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'balance_due')).toEqual([]);
  });

  it('makes the balance of a first certificate fall due, and tells the educator', async () => {
    const one = await filedFirst();
    const cashier = await signedInStaff('cashier');
    value(await recordInstrument(cashier, moneyOrder(await slipFor(one), 50)));
    await approve(await signedInStaff('supervisor'), one);
    const row = await applicationOf(one);
    expect(row.status).toBe('approved_balance_due');
    const owed = await db().select().from(obligation).where(eq(obligation.applicationId, row.id));
    expect(owed.every((each) => each.dueFrom !== null)).toBe(true);
    expect(await messagesTo(one.ctx.actor.accountId, 'balance_due')).toHaveLength(1);
  });

  it('denies with a reason, closes the application and tells the educator', async () => {
    const one = await filedRenewal();
    value(await decideApplication(await signedInStaff('administrator'), deny(one.reference, '  The service is not shown. ')));
    const row = await applicationOf(one);
    expect(row).toMatchObject({ status: 'denied', closedAt: now });
    expect(await decisionsOn(row.id)).toMatchObject([{ outcome: 'denied', reason: 'The service is not shown.' }]);
    expect(await messagesTo(one.ctx.actor.accountId, 'application_denied')).toHaveLength(1);
    expect(JSON.stringify(await audited(row.id, 'application_denied'))).not.toContain('service');
  });

  it.each([['auditor'], ['cashier']] as const)('is not for the role of %s', async (role) => {
    const one = await filedRenewal();
    expect(await decideApplication(await signedInStaff(role), approval(one.reference))).toEqual({ ok: false, error: 'not_allowed' });
    expect(await decisionsOn((await applicationOf(one)).id)).toEqual([]);
  });

  it.each([[undefined], [''], [' \n ']])('refuses a denial without a reason: %j', async (reason) => {
    const one = await filedRenewal();
    const answer = await decideApplication(await signedInStaff('reviewer'), deny(one.reference, reason));
    expect(answer).toEqual({ ok: false, error: 'reason_missing' });
  });

  it('finds neither what is not there nor a draft', async () => {
    const reviewer = await signedInStaff('reviewer');
    expect(await decideApplication(reviewer, approval('A0000000'))).toEqual({ ok: false, error: 'not_found' });
    const one = await filedRenewal();
    const { number } = await certificateOnFile(one.personId, { endorsements: ['015'] });
    const kind = 'continue_professional' as const;
    const draft = value(await startApplication(again(one.ctx), { kind, certificateNumber: number }));
    expect(await submitApplication(again(one.ctx), draft)).toMatchObject({ ok: false });
    expect(await decideApplication(reviewer, approval(draft.reference))).toEqual({ ok: false, error: 'not_found' });
  });

  it('waits until the application is in the queue', async () => {
    const one = await filedAdvance();
    const answer = await decideApplication(await signedInStaff('reviewer'), approval(one.reference));
    expect(answer).toEqual({ ok: false, error: 'not_in_queue' });
  });

  it('decides once, also while the balance of an approved one is being paid by card', async () => {
    const one = await filedFirst();
    const supervisor = await signedInStaff('supervisor');
    value(await recordInstrument(supervisor, moneyOrder(await slipFor(one), 50)));
    await approve(again(supervisor), one);
    expect(await decideApplication(again(supervisor), deny(one.reference, 'Too late'))).toEqual({ ok: false, error: 'already_decided' });
    const row = await applicationOf(one);
    const held = { accountId: one.ctx.actor.accountId, applicationId: row.id, cents: 15000, expiresAt: now, createdAt: now, updatedAt: now };
    await db().insert(paymentAttempt).values({ ...held, state: 'authorised' });
    expect(await decideApplication(again(supervisor), approval(one.reference))).toEqual({ ok: false, error: 'already_decided' });
  });

  it('does not approve while an item of the list is open', async () => {
    const one = await filedRenewal();
    const reviewer = await signedInStaff('reviewer');
    expect(await decideApplication(reviewer, approval(one.reference))).toEqual({ ok: false, error: 'items_open' });
    await acceptAll(reviewer, one.reference);
    expect((await decideApplication(again(reviewer), approval(one.reference))).ok).toBe(true);
  });

  it('does not approve what belongs to nobody yet, but may deny it', async () => {
    const one = await filedUnlinked();
    const supervisor = await signedInStaff('supervisor');
    value(await recordInstrument(supervisor, moneyOrder(await slipFor(one), 50)));
    expect(await decideApplication(again(supervisor), approval(one.reference))).toEqual({ ok: false, error: 'no_person' });
    expect((await decideApplication(again(supervisor), deny(one.reference, 'Not the person'))).ok).toBe(true);
  });

  it('leaves one decision of ten made at once', async () => {
    const one = await filedRenewal({ expiresOn: day('2027-02-01') });
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('reviewer')));
    await acceptAll(await signedInStaff('reviewer'), one.reference);
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx, at) => decideApplication(ctx, at % 2 ? deny(one.reference, 'No') : approval(one.reference))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error === 'already_decided')).toHaveLength(9);
    const { id } = await applicationOf(one);
    expect(await decisionsOn(id)).toHaveLength(1);
    expect([...(await audited(id, 'application_approved')), ...(await audited(id, 'application_denied'))]).toHaveLength(1);
  });
});
