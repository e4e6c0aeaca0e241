import { eq } from 'drizzle-orm';
import { requirement } from '@/db/schema/applications';
import type { Ctx, Staff } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { receivePaper } from '@/lib/staff/receive-paper';
import { reviewApplication } from '@/lib/staff/review-application';
import { later } from '@/tests/support/accounts';
import { acceptAll } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { deliverMail, useMailbox } from '@/tests/support/mail';
import { again, signedInStaff } from '@/tests/support/people';
import { applicationOf, approve, audited, filedFirst, messagesTo, moneyOrder, slipFor, value, type Filed } from './filed';

const { db } = useDatabase();
const letters = useMailbox();
const itemsOf = async (one: Filed) => db().select().from(requirement).where(eq(requirement.applicationId, (await applicationOf(one)).id));
const itemOf = async (one: Filed, paper: string) => must((await itemsOf(one)).find((row) => row.paper === paper), paper);
const refused = (error: string) => ({ ok: false, error });
const today = day('2026-11-24');

/** A first certificate in the queue, with all its papers still to come. */
async function queued(): Promise<{ one: Filed; reviewer: Ctx<Staff> }> {
  const one = await filedFirst();
  value(await recordInstrument(await signedInStaff('cashier'), moneyOrder(await slipFor(one), 50)));
  return { one, reviewer: await signedInStaff('reviewer') };
}

describe('the items of an application', () => {
  it('are asked at submission, as the rules of the day say', async () => {
    const { one } = await queued();
    const items = await itemsOf(one);
    expect(items.map(({ paper }) => paper).toSorted()).toEqual(['background_check', 'program_recommendation', 'transcripts']);
    expect(items.every(({ judgement, receivedAt, askedBy }) => judgement === null && receivedAt === null && askedBy === null)).toBe(true);
  });

  it('tell the applicant what is missing, and say so in the status until something comes', async () => {
    const { one, reviewer } = await queued();
    expect((await applicationOf(one)).status).toBe('waiting_first_review');
    value(await reviewApplication(reviewer, one));
    expect((await applicationOf(one)).status).toBe('missing_credentials');
    await deliverMail(reviewer.now);
    const mail = must(letters.all().find(({ subject }) => subject.startsWith('What we still need')), 'the letter');
    expect(mail.text).toContain('Official transcripts');
    expect(mail.text).toContain('Recommendation of your preparation program');
    expect(mail.text).not.toContain('Background check');
    expect(mail.text).toContain('We hold it open for you until November 24, 2028.');
    const [{ id, dueOn }, check] = [await itemOf(one, 'transcripts'), await itemOf(one, 'background_check')];
    expect([dueOn, check.dueOn]).toEqual(['2028-11-24', null]);
    value(await receivePaper(again(reviewer, later(60)), { reference: one.reference, requirement: id, receivedOn: today, how: 'email' }));
    expect((await applicationOf(one)).status).toBe('waiting_review');
  });

  it('are sent once, and again only when something has changed', async () => {
    const { one, reviewer } = await queued();
    value(await reviewApplication(reviewer, one));
    expect(await reviewApplication(again(reviewer, later(1)), one)).toEqual(refused('nothing_new'));
    const asked = { reference: one.reference, paper: 'test_scores', about: '' };
    const nextDay = later(24 * 60);
    value(await askForPaper(again(reviewer, nextDay), asked));
    value(await reviewApplication(again(reviewer, nextDay), one));
    // A day that was told stays.
    expect([(await itemOf(one, 'transcripts')).dueOn, (await itemOf(one, 'test_scores')).dueOn]).toEqual(['2028-11-24', '2028-11-25']);
    expect(await messagesTo(one.ctx.actor.accountId, 'items_missing')).toHaveLength(2);
  });

  it('are accepted, refused for a reason that is kept, and looked at again when they come again', async () => {
    const { one, reviewer } = await queued();
    const { id } = await itemOf(one, 'transcripts');
    const judge = { reference: one.reference, requirement: id };
    expect(await judgeRequirement(reviewer, { ...judge, verdict: 'accepted' })).toEqual(refused('not_received'));
    value(await judgeRequirement(again(reviewer), { ...judge, verdict: 'not_official', receivedOn: today, note: 'Ask the college.' }));
    expect(await itemOf(one, 'transcripts')).toMatchObject({ judgement: 'refused', refusalCode: 'not_official', note: 'Ask the college.', receivedOn: today });
    value(await receivePaper(again(reviewer, later(60)), { ...judge, receivedOn: today, how: 'mail' }));
    value(await judgeRequirement(again(reviewer, later(61)), { ...judge, verdict: 'accepted' }));
    expect(await itemOf(one, 'transcripts')).toMatchObject({ judgement: 'accepted', refusalCode: null, note: null });
    const events = await audited((await applicationOf(one)).id, 'requirement_judged');
    expect(events.map(({ details }) => details?.verdict).toSorted()).toEqual(['accepted', 'not_official']);
    expect(JSON.stringify(events)).not.toContain('college');
  });

  it('are not received tomorrow', async () => {
    const { one, reviewer } = await queued();
    const { id } = await itemOf(one, 'transcripts');
    const about = { reference: one.reference, requirement: id, receivedOn: day('2026-11-25') };
    expect(await receivePaper(reviewer, { ...about, how: 'mail' })).toEqual(refused('received_in_future'));
    expect(await judgeRequirement(again(reviewer), { ...about, verdict: 'accepted' })).toEqual(refused('received_in_future'));
  });

  it('of another application are not found', async () => {
    const [{ one, reviewer }, { one: other }] = [await queued(), await queued()];
    const { id } = await itemOf(other, 'transcripts');
    const about = { reference: one.reference, requirement: id };
    expect(await judgeRequirement(reviewer, { ...about, verdict: 'not_needed' })).toEqual(refused('not_found'));
    expect(await receivePaper(again(reviewer), { ...about, receivedOn: today, how: 'mail' })).toEqual(refused('not_found'));
  });

  it('are asked for by people too, each once', async () => {
    const { one, reviewer } = await queued();
    const asked = { reference: one.reference, paper: 'transcripts', about: 'Eastern' };
    value(await askForPaper(reviewer, asked));
    expect(await askForPaper(again(reviewer), asked)).toEqual(refused('asked_already'));
    expect(await askForPaper(again(reviewer), { ...asked, paper: 'horoscope' })).toEqual(refused('no_such_paper'));
    expect(await itemsOf(one)).toHaveLength(4);
  });

  it('are closed with the decision', async () => {
    const { one, reviewer } = await queued();
    await approve(reviewer, one);
    const { id } = await itemOf(one, 'transcripts');
    const refusals = [
      await judgeRequirement(again(reviewer), { reference: one.reference, requirement: id, verdict: 'not_official' }),
      await askForPaper(again(reviewer), { reference: one.reference, paper: 'test_scores', about: '' }),
      await reviewApplication(again(reviewer), one),
    ];
    expect(refusals).toEqual([refused('already_decided'), refused('already_decided'), refused('already_decided')]);
  });

  it('leave nothing to send when all of them are here', async () => {
    const { one, reviewer } = await queued();
    await acceptAll(reviewer, one.reference);
    expect(await reviewApplication(again(reviewer), one)).toEqual(refused('nothing_missing'));
  });
});
