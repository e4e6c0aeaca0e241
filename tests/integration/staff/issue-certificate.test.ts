import { eq } from 'drizzle-orm';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { application } from '@/db/schema/applications';
import { recordInstrument } from '@/lib/payments/record-instrument';
import type { Ctx, Staff } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { decideApplication } from '@/lib/staff/decide-application';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff } from '@/tests/support/people';
import {
  applicationOf,
  approve,
  audited,
  booksBalance,
  filed,
  type Filed,
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

const issuedOn = async (one: Filed) =>
  db().select().from(certificate).where(eq(certificate.applicationId, (await applicationOf(one)).id));
const refused = (error: string) => ({ ok: false, error });

async function approved(one: Filed, supervisor: Ctx<Staff>, at?: Date): Promise<Filed> {
  await approve(again(supervisor, at), one);
  return one;
}

describe('issuing a certificate', () => {
  it('starts the renewal of one still valid the day after its end, for ten years', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await approved(await filedRenewal({ expiresOn: day('2027-01-14') }), supervisor);
    const answer = value(await issueCertificate(again(supervisor), { reference: one.reference }));
    const [made] = await issuedOn(one);
    expect(made).toMatchObject({
      number: answer.certificateNumber,
      typeKey: 'PROFESSIONAL',
      personId: one.personId,
      followsId: one.certificateId,
      issuedOn: '2026-11-24',
      effectiveOn: '2027-01-15',
      expiresOn: '2037-01-14',
      source: 'issued',
    });
    const codes = await db().select().from(certificateEndorsement).where(eq(certificateEndorsement.certificateId, made?.id ?? ''));
    expect(codes.map((row) => row.code)).toEqual(['029']);
    const row = await applicationOf(one);
    expect(row.status).toBe('issued');
    expect(row.closedAt).not.toBeNull();
    expect(await audited(row.id, 'certificate_issued')).toMatchObject([{ details: { certificate: answer.certificateNumber } }]);
    expect(await messagesTo(one.ctx.actor.accountId, 'certificate_issued')).toHaveLength(1);
  });

  it.each([
    ['11:58 p.m. Eastern on the last day leaves no gap', '2027-01-15T04:58:00Z', { effectiveOn: '2027-01-15', expiresOn: '2037-01-14' }],
    ['midnight after it starts on the day of issue', '2027-01-15T05:00:00Z', { effectiveOn: '2027-01-20', expiresOn: '2037-01-19' }],
  ])('submitted at %s', async (_what, at, dates) => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filedRenewal({ expiresOn: day('2027-01-14'), at: new Date(at) });
    const later = new Date('2027-01-20T15:00:00Z');
    await approve(again(supervisor, later), one);
    value(await issueCertificate(again(supervisor, later), { reference: one.reference }));
    expect(await issuedOn(one)).toMatchObject([dates]);
  });

  it('starts a lapsed one on the day of issue', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await approved(await filedRenewal({ expiresOn: day('2026-10-31') }), supervisor);
    value(await issueCertificate(again(supervisor), { reference: one.reference }));
    expect(await issuedOn(one)).toMatchObject([{ effectiveOn: '2026-11-24', expiresOn: '2036-11-23' }]);
  });

  it('counts mail from its date stamp: in time on the last day, however late it is keyed in', async () => {
    const supervisor = await signedInStaff('supervisor');
    const at = new Date('2026-11-20T15:00:00Z');
    const lastDay = day('2026-11-24');
    const late = new Date('2026-12-01T15:00:00Z');
    const about = { kind: 'renew_initial', typeKey: 'INITIAL', expiresOn: lastDay, at, issuedOn: day('2016-11-25') } as const;
    const one = await filed(about);
    const slip = await slipFor(one, 'due_now', at);
    value(await recordInstrument(again(supervisor, late), moneyOrder(slip, 200, { receivedOn: lastDay })));
    expect(await applicationOf(one)).toMatchObject({ queuedOn: '2026-11-24' });
    await approved(one, supervisor, late);
    value(await issueCertificate(again(supervisor, late), { reference: one.reference }));
    expect(await issuedOn(one)).toMatchObject([{ issuedOn: '2026-12-01', effectiveOn: '2026-11-25' }]);
  });

  it('is for reviewers, and not for the cashier or the auditor', async () => {
    const one = await approved(await filedRenewal(), await signedInStaff('supervisor'));
    for (const role of ['auditor', 'cashier'] as const) {
      expect(await issueCertificate(await signedInStaff(role), one)).toEqual(refused('not_allowed'));
    }
    expect((await issueCertificate(await signedInStaff('reviewer'), one)).ok).toBe(true);
  });

  it('refuses what is not there, not approved, or denied', async () => {
    const reviewer = await signedInStaff('reviewer');
    expect(await issueCertificate(reviewer, { reference: 'A0000000' })).toEqual(refused('not_found'));
    const one = await filedRenewal();
    expect(await issueCertificate(again(reviewer), one)).toEqual(refused('not_approved'));
    value(await decideApplication(again(reviewer), { reference: one.reference, outcome: 'denied', reason: 'No' }));
    expect(await issueCertificate(again(reviewer), one)).toEqual(refused('not_approved'));
    expect(await issuedOn(one)).toEqual([]);
  });

  it('waits for the balance, and issues when it is paid', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filedFirst();
    value(await recordInstrument(again(supervisor), moneyOrder(await slipFor(one), 50)));
    await approved(one, supervisor);
    expect(await issueCertificate(again(supervisor), one)).toEqual(refused('not_paid'));
    value(await recordInstrument(again(supervisor), moneyOrder(await slipFor(one), 150)));
    expect((await issueCertificate(again(supervisor), one)).ok).toBe(true);
    expect(await issuedOn(one)).toMatchObject([{ typeKey: 'INITIAL', effectiveOn: '2026-11-24', expiresOn: '2036-11-23' }]);
    expect(await booksBalance()).toBe(true);
  });

  it('waits until a sourced amount is published', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filedRenewal();
    await db().update(application).set({ kind: 'convert_permanent' }).where(eq(application.reference, one.reference));
    await approved(one, supervisor);
    expect(await issueCertificate(again(supervisor), one)).toEqual(refused('amount_unknown'));
  });

  it('needs a person to issue to', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filedUnlinked();
    const known = await filedRenewal();
    const saved = { personId: known.personId };
    value(await recordInstrument(again(supervisor), moneyOrder(await slipFor(one), 50)));
    await db().update(application).set(saved).where(eq(application.reference, one.reference));
    await approved(one, supervisor);
    await db().update(application).set({ personId: null }).where(eq(application.reference, one.reference));
    expect(await issueCertificate(again(supervisor), one)).toEqual(refused('no_person'));
  });

  it('knows no length for a type that the rules do not give one', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await approved(await filedRenewal(), supervisor);
    await db().update(application).set({ toTypeKey: null }).where(eq(application.reference, one.reference));
    expect(await issueCertificate(again(supervisor), one)).toEqual(refused('no_validity'));
  });

  it('mails a duplicate and makes no second certificate', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await filed({ kind: 'duplicate' });
    value(await recordInstrument(again(supervisor), moneyOrder(await slipFor(one), 50)));
    await approved(one, supervisor);
    expect(value(await issueCertificate(again(supervisor), one))).toMatchObject({ certificateNumber: null });
    expect(await issuedOn(one)).toEqual([]);
    expect((await applicationOf(one)).status).toBe('issued');
  });

  it('leaves one certificate of ten issued at once', async () => {
    const one = await approved(await filedRenewal(), await signedInStaff('supervisor'));
    const desk = await Promise.all(Array.from({ length: 10 }, () => signedInStaff('reviewer')));
    await tenConnections();
    const answers = await Promise.all(desk.map((ctx) => issueCertificate(ctx, one)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error === 'already_issued')).toHaveLength(9);
    expect(await issuedOn(one)).toHaveLength(1);
    expect(await audited((await applicationOf(one)).id, 'certificate_issued')).toHaveLength(1);
    expect(await messagesTo(one.ctx.actor.accountId, 'certificate_issued')).toHaveLength(1);
  });

  it('follows a certificate once when two applications about it are issued at once', async () => {
    const supervisor = await signedInStaff('supervisor');
    const advance = await filedAdvance();
    value(await recordInstrument(again(supervisor), moneyOrder(await slipFor(advance), 375)));
    await approved(advance, supervisor);
    const other = await approved(await filedRenewal(), supervisor);
    const { certificateId, personId } = await applicationOf(advance);
    await db().update(application).set({ certificateId, personId }).where(eq(application.reference, other.reference));
    await tenConnections();
    const answers = await Promise.all([advance, other].map((one) => issueCertificate(again(supervisor), one)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused('already_followed'));
  });
});
