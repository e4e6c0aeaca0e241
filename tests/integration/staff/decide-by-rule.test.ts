import { eq } from 'drizzle-orm';
import { applicationTrace, backgroundAlert, decision } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { claim } from '@/db/schema/identity';
import { job } from '@/db/schema/mail';
import { recordBackgroundSweep } from '@/lib/applications/record-background-sweep';
import type { Ctx, Worker } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { decideByRule } from '@/lib/staff/decide-by-rule';
import { isDrawn } from '@/lib/applications/rule-decision-rules';
import { useDatabase } from '@/tests/support/database';
import { now } from '@/tests/support/people';
import { applicationOf, audited, filedAdvance, filedRenewal, messagesTo, tenConnections, value, type Filed } from './filed';

const { db } = useDatabase();
const worker = (at: Date = now): Ctx<Worker> => ({ actor: { kind: 'worker', job: 'decide_by_rule' }, now: at, requestId: crypto.randomUUID() });
const sweep = (at: Date = now, alertedEins: readonly string[] = []) => recordBackgroundSweep(worker(at), { source: 'test', alertedEins });

/** Confirmed, and not one of the share that people look at all the same. */
async function renewal(about: Parameters<typeof filedRenewal>[0] = {}): Promise<Filed & { id: string }> {
  for (;;) {
    const one = await filedRenewal(about);
    await db().update(claim).set({ strength: 'full', fullAt: now }).where(eq(claim.personId, one.personId));
    const { id } = await applicationOf(one);
    if (!isDrawn(id, 5)) return { ...one, id };
  }
}

const decided = async (one: { id: string }) => value(await decideByRule(worker(), { applicationId: one.id }));
const issuedFor = (one: { id: string }) => db().select().from(certificate).where(eq(certificate.applicationId, one.id));

describe('a renewal decided by the rules', () => {
  it('is issued at once when every rule passes, and says by which', async () => {
    await sweep();
    const one = await renewal();
    expect(await decided(one)).toEqual({ decided: true, because: [] });
    expect(await issuedFor(one)).toMatchObject([{ typeKey: 'PROFESSIONAL', effectiveOn: '2027-01-15', expiresOn: '2037-01-14' }]);
    expect(await applicationOf(one)).toMatchObject({ status: 'issued', closedAt: now });
    expect(await db().select().from(decision).where(eq(decision.applicationId, one.id))).toMatchObject([{ outcome: 'approved', decidedBy: null }]);
    const traces = await db().select().from(applicationTrace).where(eq(applicationTrace.applicationId, one.id));
    expect(traces.find(({ moment }) => moment === 'decided')).toMatchObject({ answer: [], facts: { kind: 'continue_professional', link: 'full' } });
    expect(await audited(one.id, 'application_decided_by_rule')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'certificate_issued')).toHaveLength(1);
  });

  it('is promised with the submission', async () => {
    const { id } = await renewal();
    expect(await db().select().from(job).where(eq(job.dedupeKey, `decide_by_rule:${id}`))).toHaveLength(1);
  });

  it.each([
    ['nobody has swept', async () => renewal(), undefined],
    ['the sweep is a day too old', async () => renewal(), new Date(now.getTime() - 31 * 86_400_000)],
  ])('waits for a person while %s', async (_what, file, at) => {
    await db().execute('truncate background_alert, background_sweep');
    if (at) await sweep(at);
    const one = await file();
    expect(await decided(one)).toEqual({ decided: false, because: ['items_open'] });
    expect(await issuedFor(one)).toEqual([]);
    expect((await applicationOf(one)).status).toBe('waiting_first_review');
  });

  it('waits for a person while an alert about them stands, and for nobody else', async () => {
    const [one, other] = [await renewal(), await renewal()];
    await sweep(now, [one.ein]);
    expect(await decided(one)).toEqual({ decided: false, because: ['items_open'] });
    expect((await decided(other)).decided).toBe(true);
    expect(await db().select().from(backgroundAlert).where(eq(backgroundAlert.personId, one.personId))).toHaveLength(1);
  });

  it('waits for a person while the link is not confirmed', async () => {
    await sweep();
    const one = await renewal();
    await db().update(claim).set({ strength: 'provisional', fullAt: null }).where(eq(claim.personId, one.personId));
    expect(await decided(one)).toEqual({ decided: false, because: ['link_provisional'] });
  });

  it('waits for a person where something was disclosed', async () => {
    await sweep();
    expect(await decided(await renewal({ disclosed: true }))).toEqual({ decided: false, because: ['disclosed', 'items_open'] });
  });

  it('waits for a person where the certificate has ended', async () => {
    await sweep();
    expect(await decided(await renewal({ expiresOn: day('2026-11-23') }))).toEqual({ decided: false, because: ['lapsed'] });
  });

  it('decides nothing else, but makes the check of it', async () => {
    await sweep();
    const one = await filedAdvance();
    const { id } = await applicationOf(one);
    expect((await decided({ id })).because).toEqual(expect.arrayContaining(['kind', 'items_open', 'money_owed']));
  });

  it('issues one certificate, however many workers run at once', async () => {
    await sweep();
    const one = await renewal();
    await tenConnections();
    const answers = await Promise.all(Array.from({ length: 10 }, () => decideByRule(worker(), { applicationId: one.id })));
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { decided: true, because: [] } }]);
    expect(await issuedFor(one)).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'certificate_issued')).toHaveLength(1);
  });

  it('keeps one sweep of ten that come too soon after another', async () => {
    await sweep();
    const input = { source: 'test', alertedEins: [], leastHoursApart: 24 };
    const later = new Date(now.getTime() + 25 * 3_600_000);
    await tenConnections();
    const answers = await Promise.all(Array.from({ length: 10 }, () => recordBackgroundSweep(worker(later), input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
