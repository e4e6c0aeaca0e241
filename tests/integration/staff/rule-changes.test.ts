import { and, eq, isNull, sql } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { obligation } from '@/db/schema/payments';
import { ruleChange } from '@/db/schema/rule-changes';
import { loadReferenceData } from '@/db/seed/load';
import { readShippedRows } from '@/db/seed/rows';
import { read, transact } from '@/db/transact';
import { quote } from '@/lib/fees/rules';
import { recordInstrument } from '@/lib/payments/record-instrument';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { settingOn, validityOn } from '@/lib/rulebook/rules';
import { anyone, type Ctx, type Staff } from '@/lib/shared/context';
import { day, type Day } from '@/lib/shared/days';
import { must, ok } from '@/lib/shared/result';
import { approveRuleChange } from '@/lib/staff/approve-rule-change';
import { chargePublishedAmounts } from '@/lib/staff/charge-published-amounts';
import { draftRuleChange } from '@/lib/staff/draft-rule-change';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { findRuleChange } from '@/lib/staff/rule-change-queries';
import type { RuleChangeDraft } from '@/lib/staff/rule-change-model';
import { withdrawRuleChange } from '@/lib/staff/withdraw-rule-change';
import { drafted, initialHolder } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff, workerCtx } from '@/tests/support/people';
import { applicationOf, approve, audited, booksBalance, filedAdvance, filedRenewal, messagesTo, moneyOrder, slipFor, tenConnections, value } from './filed';

const { db } = useDatabase();

const feeTo = (key: string, totalCents: number, fromDay: string, more: Partial<RuleChangeDraft> = {}): RuleChangeDraft => ({
  ...{ what: 'fee', key, values: { totalCents, reviewCents: 0 }, fromDay: day(fromDay), source: 'Public Act 27-1', note: null },
  ...more,
});
const refused = (error: unknown) => ({ ok: false, error });
const rules = () => read(anyone, (tx) => loadRuleSet(tx));
const costOn = async (kind: ApplicationKind, on: string) => quote({ kind, day: day(on), ruleSet: await rules() });
const totalOn = async (kind: ApplicationKind, on: string) => {
  const quoted = await costOn(kind, on);
  return quoted.ok ? quoted.value.total : quoted.error;
};

async function two(): Promise<[Ctx<Staff>, Ctx<Staff>]> {
  return [await signedInStaff('supervisor'), await signedInStaff('administrator')];
}

/** Drafted by one and approved by another. */
async function published(change: RuleChangeDraft): Promise<{ id: string; first: Ctx<Staff>; second: Ctx<Staff> }> {
  const [first, second] = await two();
  const { id } = value(await draftRuleChange(first, change));
  value(await approveRuleChange(again(second), { id }));
  return { id, first, second };
}

describe('changing the rulebook', () => {
  it('quotes the old amount on the day before and the new one from the day on, in another process too', async () => {
    const before = await rules();
    const other = await otherProcess();
    expect((await read(anyone, (tx) => other(tx))).version).toBe(before.version);
    const [first, second] = await two();
    const { id } = value(await draftRuleChange(first, feeTo('DUPLICATE', 6000, '2027-01-01')));
    expect((await rules()).version).toBe(before.version);
    value(await approveRuleChange(again(second), { id }));
    expect([await totalOn('duplicate', '2026-12-31'), await totalOn('duplicate', '2027-01-01')]).toEqual([5000, 6000]);
    const seen = await read(anyone, (tx) => other(tx));
    expect(seen.version).toBe((await rules()).version);
    expect(seen.version).not.toBe(before.version);
    expect(quote({ kind: 'duplicate', day: day('2027-01-01'), ruleSet: seen })).toMatchObject({ ok: true, value: { total: 6000 } });
    expect(await audited(id, 'rule_change_drafted')).toHaveLength(1);
    expect(await audited(id, 'rule_change_published')).toMatchObject([{ details: { what: 'fee', key: 'DUPLICATE', version: seen.version } }]);
  });

  it('survives a restart, and an upgrade of the shipped rows', async () => {
    await published(feeTo('COACH_5YR', 2500, '2027-02-01'));
    const { version } = await rules();
    expect(await loadReferenceData(db())).toEqual({ version, changed: 0 });
    const rows = readShippedRows();
    const fees = rows.fees.map((fee) => (fee.code === 'COACH_5YR' ? { ...fee, description: 'A coaching permit', totalCents: 100 } : fee));
    const upgraded = await loadReferenceData(db(), { ...rows, fees });
    expect(upgraded.version).not.toBe(version);
    expect([await totalOn('coaching_5yr', '2027-01-31'), await totalOn('coaching_5yr', '2027-02-01')]).toEqual([100, 2500]);
    await loadReferenceData(db());
    expect((await rules()).version).toBe(version);
  });

  it('changes a setting and the length of a certificate by the same mechanism', async () => {
    const from = day('2027-03-01');
    const common = { fromDay: from, source: 'Public Act 27-2', note: null };
    await published({ what: 'setting', key: 'renewal_window', values: { value: 9 }, ...common });
    await published({ what: 'validity', key: 'INITIAL', values: { length: 5, unit: 'years' }, ...common });
    const now = await rules();
    const of = (on: Day) => [settingOn(now, 'renewal_window', on)?.value, validityOn(now, 'INITIAL', on)?.length];
    expect([of(day('2027-02-28')), of(from)]).toEqual([[6, 10], [9, 5]]);
  });

  it('is published by one of two who approve at once', async () => {
    const [first, second] = await two();
    const third = await signedInStaff('supervisor');
    const { id } = value(await draftRuleChange(first, feeTo('DUPLICATE', 6100, '2027-04-01')));
    await tenConnections();
    const answers = await Promise.all([second, third].map((ctx) => approveRuleChange(again(ctx), { id })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused('settled_already'));
    expect(await audited(id, 'rule_change_published')).toHaveLength(1);
  });

  it('takes two people: by the command and by the database', async () => {
    const [first] = await two();
    const { id } = value(await draftRuleChange(first, feeTo('DUPLICATE', 6200, '2027-05-01')));
    expect(await approveRuleChange(again(first), { id })).toEqual(refused('own_draft'));
    const alone = db().update(ruleChange).set({ approvedBy: first.actor.accountId, approvedAt: first.now }).where(eq(ruleChange.id, id));
    await expect(alone).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  it('never changes what it says once it is drafted', async () => {
    const [first] = await two();
    const { id } = value(await draftRuleChange(first, feeTo('DUPLICATE', 6300, '2027-06-01')));
    const rewritten = () => db().update(ruleChange).set({ values: { totalCents: 1, reviewCents: 0 } }).where(eq(ruleChange.id, id));
    await expect(rewritten()).rejects.toMatchObject({ cause: { code: '23001' } });
    await expect(db().delete(ruleChange).where(eq(ruleChange.id, id))).rejects.toMatchObject({ cause: { code: '23001' } });
    const asStaff = transact(first.actor, async (tx) => ok(await tx.update(ruleChange).set({ source: 'Another' }).where(eq(ruleChange.id, id))));
    await expect(asStaff).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['today', feeTo('DUPLICATE', 7000, '2026-11-24'), 'too_soon'],
    ['a century away', feeTo('DUPLICATE', 7000, '2126-01-01'), 'too_far'],
    ['a fee that does not exist', feeTo('LUCK', 7000, '2027-01-15'), 'unknown_key'],
    ['a fee that has ended', feeTo('PROVISIONAL', 7000, '2027-01-15'), 'unknown_key'],
    ['what is so already', feeTo('PROFESSIONAL_CONT', 0, '2027-01-15'), 'same_values'],
    ['more than all of them', feeTo('quality_review_share', 0, '2027-01-15', { what: 'setting', values: { value: 101 } }), 'above_hundred'],
  ])('refuses %s', async (_what, change, error) => {
    expect(await draftRuleChange(await signedInStaff('supervisor'), change)).toEqual(refused(error));
  });

  it('refuses a rulebook with a fault, in its words', async () => {
    const rows = readShippedRows();
    const fees = rows.fees.map((fee) => (fee.code === 'VITP' ? { ...fee, source: 'S999' } : fee));
    await loadReferenceData(db(), { ...rows, fees });
    const answer = await draftRuleChange(await signedInStaff('supervisor'), feeTo('DUPLICATE', 7000, '2027-01-20'));
    expect(answer).toEqual(refused({ code: 'faults', sentences: ['No such source S999'] }));
    await loadReferenceData(db());
  });

  it('is not drafted twice for one day, and not published when its day has come', async () => {
    const [first, second] = await two();
    const change = feeTo('ADULT_ED', 12_000, '2026-11-26');
    const { id } = value(await draftRuleChange(first, change));
    expect(await draftRuleChange(again(second), change)).toEqual(refused('drafted_already'));
    const late = new Date('2026-11-26T05:00:00Z');
    expect(await approveRuleChange(again(second, late), { id })).toEqual(refused('too_soon'));
  });

  it('is taken back: a draft by its drafter, a published one by another person until its day', async () => {
    const [first, second] = await two();
    const { id } = value(await draftRuleChange(first, feeTo('DUPLICATE', 6400, '2027-07-01')));
    value(await withdrawRuleChange(again(first), { id }));
    expect(await approveRuleChange(again(second), { id })).toEqual(refused('settled_already'));

    const before = (await rules()).version;
    const one = await published(feeTo('CROSS_ENDORSEMENT', 15_000, '2027-07-01'));
    expect(await totalOn('add_endorsement', '2027-07-01')).toBe(15_000);
    expect(await withdrawRuleChange(again(one.first), one)).toEqual(refused('own_draft'));
    const onItsDay = new Date('2027-07-01T12:00:00Z');
    expect(await withdrawRuleChange(again(one.second, onItsDay), one)).toEqual(refused('in_force_already'));
    value(await withdrawRuleChange(again(one.second), one));
    expect(await totalOn('add_endorsement', '2027-07-01')).toBe(10_000);
    expect((await rules()).version).toBe(before);
    expect(await withdrawRuleChange(again(one.second), one)).toEqual(refused('settled_already'));
  });
});

describe('an amount that nobody knew', () => {
  it('is owed by those who applied before, from its day on, and issue waits for it', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filedRenewal();
    const paidAlready = await filedAdvance();
    await db().update(application).set({ kind: 'convert_permanent' }).where(eq(application.reference, one.reference));
    await approve(again(supervisor), one);
    expect(await issueCertificate(again(supervisor), one)).toEqual(refused('amount_unknown'));
    await published(feeTo('CONVERT_PERMANENT', 8000, '2026-12-01'));

    expect(await chargePublishedAmounts(workerCtx(new Date('2026-12-01T04:00:00Z')))).toEqual({ ok: true, value: 0 });
    const itsDay = new Date('2026-12-01T15:00:00Z');
    expect(await issueCertificate(again(supervisor, itsDay), one)).toEqual(refused('amount_unknown'));
    expect(await chargePublishedAmounts(workerCtx(itsDay))).toEqual({ ok: true, value: 1 });
    expect(await chargePublishedAmounts(workerCtx(itsDay))).toEqual({ ok: true, value: 0 });
    const row = await applicationOf(one);
    expect(row.status).toBe('approved_balance_due');
    expect(await db().select().from(obligation).where(eq(obligation.applicationId, row.id))).toMatchObject([{ cents: 8000 }]);
    expect(await audited(row.id, 'application_charged')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'amount_told')).toHaveLength(1);
    expect((await applicationOf(paidAlready)).status).toBe('awaiting_payment');

    expect(await issueCertificate(again(supervisor, itsDay), one)).toEqual(refused('not_paid'));
    value(await recordInstrument(again(supervisor, itsDay), moneyOrder(await slipFor(one, 'due_now', itsDay), 80, { receivedOn: day('2026-12-01') })));
    expect((await issueCertificate(again(supervisor, itsDay), one)).ok).toBe(true);
    expect(await booksBalance()).toBe(true);
  });

  it('may be nothing, and then nobody is charged and it is issued', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filedRenewal();
    await db().update(application).set({ kind: 'remove_deficiency' }).where(eq(application.reference, one.reference));
    await approve(again(supervisor), one);
    await published(feeTo('REMOVE_DEFICIENCY', 0, '2026-12-01'));
    expect(await issueCertificate(again(supervisor), one)).toEqual(refused('amount_unknown'));
    const itsDay = new Date('2026-12-01T15:00:00Z');
    expect(await chargePublishedAmounts(workerCtx(itsDay))).toEqual({ ok: true, value: 0 });
    expect((await issueCertificate(again(supervisor, itsDay), one)).ok).toBe(true);
  });
});

describe('what a change would touch', () => {
  it('is counted before anybody approves it: drafts, what is submitted, whom it will be charged, and certificates', async () => {
    const supervisor = await signedInStaff('supervisor');
    const submitted = await filedAdvance();
    const holder = await initialHolder();
    const reference = await drafted(holder, 'advance_to_professional');
    const { id } = value(await draftRuleChange(supervisor, feeTo('PROFESSIONAL', 40_000, '2028-01-01')));
    const { change, preview } = must(await findRuleChange(again(supervisor), id), 'the change');
    expect(change).toMatchObject({ state: 'drafted', isMine: true, mayApprove: false, mayWithdraw: true });
    expect(preview.differences).toEqual([{ kind: 'advance_to_professional', aspects: ['cost'] }]);
    expect(preview.drafts).toEqual([{ kind: 'advance_to_professional', count: 1 }]);
    expect(preview.firstDrafts).toEqual([{ reference, kind: 'advance_to_professional' }]);
    const open = await db().$count(application, and(eq(application.kind, 'advance_to_professional'), isNull(application.closedAt)));
    expect(preview.submitted).toBe(open - 1);
    expect(preview.awaitingAmount).toEqual({ total: 0, first: [] });
    const initials = await db().select().from(certificate).where(eq(certificate.typeKey, 'INITIAL'));
    expect(preview.certificates.total).toBeGreaterThanOrEqual(2);
    expect(preview.certificates.total).toBeLessThanOrEqual(initials.length);
    expect(initials.map((one) => one.id)).toContain(submitted.certificateId);

    const waiting = await filedRenewal();
    await db().update(application).set({ kind: 'remove_deficiency' }).where(eq(application.reference, waiting.reference));
    const priced = value(await draftRuleChange(again(supervisor), feeTo('REMOVE_DEFICIENCY', 9000, '2026-11-30')));
    const found = must(await findRuleChange(again(supervisor), priced.id), 'the change');
    expect(found.preview.awaitingAmount).toEqual({ total: 1, first: [{ reference: waiting.reference, kind: 'remove_deficiency' }] });
  });

  it('is known within the time a page has, for a register of 54,000', async () => {
    await db().execute(sql`with people as (
        insert into person (id, ein, first_name, last_name, source, created_at)
        select gen_random_uuid(), (7000000000 + n)::text, 'Pat', 'Many', 'imported', now() from generate_series(1, 54000) n returning id)
      insert into certificate (number, person_id, type_key, issued_on, effective_on, expires_on, source, created_at)
      select 'M' || row_number() over (), id, 'PROFESSIONAL', date '2020-01-01', date '2020-01-01', date '2026-01-01' + (random() * 3000)::int, 'imported', now() from people`);
    const supervisor = await signedInStaff('supervisor');
    const change = { what: 'setting', key: 'renewal_window', values: { value: 8 }, fromDay: day('2027-01-10'), source: 'Public Act 27-3', note: null } as const;
    const { id } = value(await draftRuleChange(supervisor, change));
    const started = performance.now();
    const { preview } = must(await findRuleChange(again(supervisor), id), 'the change');
    const took = performance.now() - started;
    expect(preview.certificates.total).toBeGreaterThan(10_000);
    expect(preview.certificates.first).toHaveLength(50);
    expect(took).toBeLessThan(5_000);
  });
});

/** The rulebook as a second process has it: its copy is its own. */
async function otherProcess(): Promise<typeof loadRuleSet> {
  let other = loadRuleSet;
  await jest.isolateModulesAsync(async () => {
    other = (await import('@/lib/rulebook/queries')).loadRuleSet;
  });
  expect(other).not.toBe(loadRuleSet);
  return other;
}
