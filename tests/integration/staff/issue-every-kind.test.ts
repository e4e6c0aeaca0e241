import { eq } from 'drizzle-orm';
import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { obligation } from '@/db/schema/payments';
import { saveStep } from '@/lib/applications/save-step';
import { startApplication, type StartInput } from '@/lib/applications/start-application';
import { answersOf, requirementsOf } from '@/lib/applications/steps';
import { makeSlip } from '@/lib/payments/make-slip';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { findLiveSlip } from '@/lib/payments/store';
import { submitApplication } from '@/lib/payments/submit-application';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { drafted, holder, type Holder } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff } from '@/tests/support/people';
import { applicationOf, approve, moneyOrder, value } from './filed';

const { db } = useDatabase();
const refused = (error: string) => ({ ok: false, error });

async function submitted(one: Holder, kind: StartInput['kind']): Promise<string> {
  const reference = await drafted(one, kind);
  value(await submitApplication(again(one.ctx), { reference }));
  return reference;
}

async function pay(one: Holder, reference: string, dollars: number): Promise<void> {
  value(await makeSlip(again(one.ctx), { reference, covers: 'due_now' }));
  const { id } = await applicationOf({ reference });
  const slip = must(await db().transaction((tx) => findLiveSlip(tx, id)), 'a slip');
  value(await recordInstrument(await signedInStaff('cashier'), moneyOrder(slip.reference, dollars)));
}

const owed = async (reference: string) =>
  (await db().select().from(obligation).where(eq(obligation.applicationId, (await applicationOf({ reference })).id))).map(({ cents }) => cents / 100);
const papers = async (reference: string) => {
  const { id } = await applicationOf({ reference });
  return (await db().transaction((tx) => requirementsOf(tx, id))).map(({ paper }) => paper);
};
async function made(reference: string) {
  const [row] = await db().select().from(certificate).where(eq(certificate.applicationId, (await applicationOf({ reference })).id));
  const found = must(row, 'a certificate');
  const codes = await db().select().from(certificateEndorsement).where(eq(certificateEndorsement.certificateId, found.id));
  return { ...found, codes: codes.map(({ code }) => code).sort() };
}

describe('an endorsement is added', () => {
  it('on a certificate in the place of the old one, with the same end, once it is paid', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await holder({ expiresOn: day('2030-01-14') });
    const reference = await submitted(one, 'add_endorsement');
    expect(await owed(reference)).toEqual([50, 50]);
    expect(await papers(reference)).toEqual(['test_scores']);
    await pay(one, reference, 50);
    await approve(supervisor, { reference });
    expect(await issueCertificate(again(supervisor), { reference })).toEqual(refused('not_paid'));
    await pay(one, reference, 50);
    value(await issueCertificate(again(supervisor), { reference }));
    expect(await made(reference)).toMatchObject({ typeKey: 'PROFESSIONAL', effectiveOn: '2026-11-24', expiresOn: '2030-01-14', codes: ['029', '030'] });
    expect(await startApplication(again(one.ctx), { kind: 'add_endorsement', certificateNumber: one.certificateNumber })).toEqual(refused('not_open'));
  });

  it('never where the rules say no, whatever a page was made to send', async () => {
    const one = await holder({ expiresOn: day('2030-01-14') });
    const { reference } = value(await startApplication(again(one.ctx), { kind: 'add_endorsement', certificateNumber: one.certificateNumber }));
    const choose = (endorsement: string) => saveStep(again(one.ctx), { reference, step: 'endorsement', answers: { endorsement } });
    expect(await choose('092')).toEqual(refused('endorsement_never_added'));
    expect(await choose('068')).toEqual(refused('endorsement_never_added'));
    expect(await choose('098')).toEqual(refused('endorsement_other_family'));
    expect(await choose('029')).toEqual(refused('endorsement_already_held'));
    expect(await choose('999')).toEqual(refused('endorsement_not_offered'));
  });

  it('stays on a renewal that was applied for before it was issued', async () => {
    const supervisor = await signedInStaff('supervisor');
    const one = await holder({ expiresOn: day('2027-01-14') });
    const renewal = await submitted(one, 'continue_professional');
    const addition = await submitted(one, 'add_endorsement');
    await pay(one, addition, 50);
    for (const reference of [renewal, addition]) await approve(supervisor, { reference });
    await pay(one, addition, 50);
    value(await issueCertificate(again(supervisor), { reference: addition }));
    value(await issueCertificate(again(supervisor), { reference: renewal }));
    expect(await made(renewal)).toMatchObject({ followsId: (await made(addition)).id, effectiveOn: '2027-01-15', codes: ['029', '030'] });
  });
});

describe('other kinds', () => {
  it.each<[StartInput['kind'], { typeKey: string; expiresOn: string }, { dollars: number; needed: string[] }, object]>([
    ['temp90_to_initial', { typeKey: 'TEMP90', expiresOn: '2026-12-01' }, { dollars: 200, needed: ['superintendent_statement', 'background_check'] }, { typeKey: 'INITIAL', expiresOn: '2036-11-23' }],
    ['coaching_5yr', { typeKey: 'INITIAL', expiresOn: '2030-01-14' }, { dollars: 0, needed: ['course_certificates', 'high_school_diploma', 'background_check'] }, { typeKey: 'COACH_5YR', expiresOn: '2031-11-23' }],
    ['renew_coaching_5yr', { typeKey: 'COACH_5YR', expiresOn: '2027-01-14' }, { dollars: 0, needed: ['course_certificates', 'background_check'] }, { effectiveOn: '2027-01-15', expiresOn: '2032-01-14' }],
  ])('%s is answered, submitted, paid where there is a fee, and issued', async (kind, { typeKey, expiresOn }, { dollars, needed }, expected) => {
    const supervisor = await signedInStaff('supervisor');
    const one = await holder({ typeKey, expiresOn: day(expiresOn) });
    const reference = await submitted(one, kind);
    expect((await papers(reference)).toSorted()).toEqual(needed.toSorted());
    if (dollars > 0) await pay(one, reference, dollars);
    await approve(supervisor, { reference });
    value(await issueCertificate(again(supervisor), { reference }));
    expect(await made(reference)).toMatchObject(expected);
  });

  it.each<[StartInput['kind'], string, string[]]>([
    ['remove_deficiency', 'INTERIM_INITIAL', ['deficiency_proof']],
    ['convert_permanent', 'STANDARD_PERMANENT', ['background_check']],
  ])('%s is submitted and nothing is owed; it is not issued before an amount is sourced', async (kind, typeKey, needed) => {
    const supervisor = await signedInStaff('supervisor');
    const one = await holder({ typeKey, expiresOn: day('2027-06-30') });
    const reference = await submitted(one, kind);
    expect([await owed(reference), await papers(reference)]).toEqual([[], needed]);
    await approve(supervisor, { reference });
    expect(await issueCertificate(again(supervisor), { reference })).toEqual(refused('amount_unknown'));
  });

  it('begins with what was told before login, on the pages that ask for it', async () => {
    const one = await holder();
    const { reference } = value(await startApplication(again(one.ctx), { kind: 'first_certificate_other', schoolMonths: '23', otherState: 'yes' }));
    const { id } = await applicationOf({ reference });
    expect(await db().transaction((tx) => answersOf(tx, id))).toEqual({ experience: { schoolMonths: '23' }, certificate: { otherState: 'yes' } });
  });
});
