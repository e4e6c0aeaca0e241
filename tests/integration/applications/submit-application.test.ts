import { asc, eq } from 'drizzle-orm';
import { submission } from '@/db/schema/applications';
import { obligation } from '@/db/schema/payments';
import { saveStep } from '@/lib/applications/save-step';
import { startApplication, type StartInput } from '@/lib/applications/start-application';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { quote } from '@/lib/fees/rules';
import { findApplicationView } from '@/lib/payments/application-queries';
import { submitApplication } from '@/lib/payments/submit-application';
import { day, dayInConnecticut } from '@/lib/shared/days';
import { applicationOf, approve, audited, balances, booksBalance, filedFirst, messagesTo, tenConnections, value } from '@/tests/integration/staff/filed';
import { drafted, goodAnswers, holder, initialHolder } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { again, now, signedInEducator, signedInStaff } from '@/tests/support/people';
import { ruleSet } from '@/tests/support/rule-set';

const { db } = useDatabase();
const refused = (error: string) => ({ ok: false, error });
const obligationsOf = async (reference: string) =>
  db().select().from(obligation).where(eq(obligation.applicationId, (await applicationOf({ reference })).id)).orderBy(asc(obligation.cents));
const submissionsOf = async (reference: string) =>
  db().select().from(submission).where(eq(submission.applicationId, (await applicationOf({ reference })).id));

describe('submitting', () => {
  it('leaves one submission of ten clicked at once: one set of obligations, one message, one audit event', async () => {
    const one = await initialHolder();
    const reference = await drafted(one, 'advance_to_professional');
    await tenConnections();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitApplication(again(one.ctx), { reference })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok)).toEqual(Array(9).fill(refused('already_submitted')));
    const { id } = await applicationOf({ reference });
    expect(await submissionsOf(reference)).toHaveLength(1);
    expect((await obligationsOf(reference)).map((row) => row.cents)).toEqual([5000, 32500]);
    expect(await messagesTo(one.ctx.actor.accountId, 'application_received')).toHaveLength(1);
    expect(await audited(id, 'application_submitted')).toHaveLength(1);
    expect(await balances(id)).toEqual({ receivable: 37500, fee_revenue: -37500 });
    expect(await booksBalance()).toBe(true);
  });

  it('freezes the answers and the signature as they stood', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    value(await submitApplication(again(one.ctx), { reference }));
    const { personal, disclosures } = goodAnswers;
    expect(await submissionsOf(reference)).toMatchObject([
      { answers: { personal, disclosures }, signature: one.name, affirmationVersion: 1, submittedAt: now },
    ]);
  });

  it('takes a signature in capitals and with hyphens for the name', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    value(await saveStep(again(one.ctx), { reference, step: 'sign', answers: { affirmed: 'yes', signature: one.name.toUpperCase().replace(' ', ' - ') } }));
    expect((await submitApplication(again(one.ctx), { reference })).ok).toBe(true);
  });

  it('is refused, with the reason, and changes nothing', async () => {
    const one = await initialHolder();
    const reference = await drafted(one, 'advance_to_professional');
    const submit = () => submitApplication(again(one.ctx), { reference });
    expect(await submitApplication(await signedInEducator(), { reference })).toEqual(refused('not_found'));
    expect(await submitApplication(again(one.ctx), { reference: 'A0000000' })).toEqual(refused('not_found'));
    value(await saveStep(again(one.ctx), { reference, step: 'sign', answers: { affirmed: 'yes', signature: 'Somebody Else' } }));
    expect(await submit()).toEqual(refused('signature_differs'));
    const yes = { ...goodAnswers.disclosures, convicted: 'yes' };
    value(await saveStep(again(one.ctx), { reference, step: 'disclosures', answers: yes }));
    expect(await submit()).toEqual(refused('unanswered'));
    expect(await applicationOf({ reference })).toMatchObject({ status: 'draft', submittedAt: null });
    expect(await submissionsOf(reference)).toEqual([]);
    expect(await obligationsOf(reference)).toEqual([]);
    value(await withdrawApplication(again(one.ctx), { reference }));
    expect(await submit()).toEqual(refused('not_found'));
  });

  it('is refused on a day for which no rule is known, and never becomes free', async () => {
    const one = await initialHolder();
    const reference = await drafted(one, 'advance_to_professional');
    const before2017 = again(one.ctx, new Date('2016-06-01T15:00:00Z'));
    expect(await submitApplication(before2017, { reference })).toEqual(refused('not_open'));
    expect(await submissionsOf(reference)).toEqual([]);
  });
});

describe('what is owed after submitting', () => {
  type Row = readonly [string, StartInput['kind'], { total: number; status: string }, [string, number, boolean][]];
  const table: Row[] = [
    ['an advance: both parts at once', 'advance_to_professional', { total: 37500, status: 'awaiting_payment' }, [['review_fee', 5000, true], ['balance', 32500, true]]],
    ['a first certificate: the review fee now', 'first_certificate_ct', { total: 20000, status: 'awaiting_payment' }, [['review_fee', 5000, true], ['balance', 15000, false]]],
    ['a duplicate', 'duplicate', { total: 5000, status: 'awaiting_payment' }, [['fee', 5000, true]]],
    ['a Professional continuation: nothing', 'continue_professional', { total: 0, status: 'waiting_first_review' }, []],
  ];

  it.each(table)('%s', async (_what, kind, { total, status }, owed) => {
    const one = kind === 'continue_professional' || kind === 'duplicate' ? await holder() : await initialHolder();
    const reference = await drafted(one, kind);
    expect(value(await submitApplication(again(one.ctx), { reference })).status).toBe(status);
    const rows = await obligationsOf(reference);
    expect(rows.map((row) => [row.code, row.cents, row.dueFrom !== null])).toEqual(owed);
    const quoted = value(quote({ kind, day: dayInConnecticut(now), ruleSet, endorsements: ['029'] }));
    expect(rows.map((row) => row.cents).sort()).toEqual(quoted.lines.map((line) => Number(line.cents)).sort());
    const { id } = await applicationOf({ reference });
    expect(await balances(id)).toEqual(total ? { receivable: total, fee_revenue: -total } : {});
  });

  it('the rest of a first certificate falls due with the approval', async () => {
    const one = await filedFirst();
    await db().execute(`update application set queued_on = '2026-11-24' where reference = '${one.reference}'`);
    await approve(await signedInStaff('reviewer'), one);
    expect((await obligationsOf(one.reference)).every((row) => row.dueFrom !== null)).toBe(true);
    expect((await applicationOf(one)).status).toBe('approved_balance_due');
  });

  it.each([
    ['11:58 p.m. in Connecticut', '2026-11-25T04:58:00Z', '2026-11-24'],
    ['12:01 a.m. in Connecticut', '2026-11-25T05:01:00Z', '2026-11-25'],
    ['11:58 p.m. in summer', '2026-07-25T03:58:00Z', '2026-07-24'],
  ])('a free renewal joins the queue at once, dated the Connecticut day, also at %s', async (_what, instant, queuedOn) => {
    const at = new Date(instant);
    const one = await holder({ expiresOn: day('2026-12-31') }, at);
    const reference = await drafted(one, 'continue_professional', at);
    value(await submitApplication(again(one.ctx, at), { reference }));
    expect(await applicationOf({ reference })).toMatchObject({ queuedOn, status: 'waiting_first_review', submittedAt: at });
  });
});

describe('another person’s application', () => {
  it('is not found, whatever is asked of it', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    const stranger = await signedInEducator();
    expect(await findApplicationView(stranger, reference)).toBeUndefined();
    expect(await findApplicationView(again(one.ctx), reference)).toMatchObject({ application: { reference } });
    expect(await startApplication(stranger, { kind: 'duplicate', certificateNumber: one.certificateNumber })).toEqual(refused('needs_record'));
  });
});
