import { eq } from 'drizzle-orm';
import { application, applicationAnswer } from '@/db/schema/applications';
import { saveStep } from '@/lib/applications/save-step';
import { startApplication } from '@/lib/applications/start-application';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { submitApplication } from '@/lib/payments/submit-application';
import { day } from '@/lib/shared/days';
import { applicationOf, audited, tenConnections, value } from '@/tests/integration/staff/filed';
import { drafted, goodAnswers, holder, initialHolder } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { again, signedInEducator } from '@/tests/support/people';

const { db } = useDatabase();
const refused = (error: string) => ({ ok: false, error });
const ofAccount = (accountId: string) => db().select().from(application).where(eq(application.accountId, accountId));

describe('starting an application', () => {
  it('leaves one draft of ten started at once, and all ten hear its reference', async () => {
    const one = await holder();
    const asked = { kind: 'continue_professional', certificateNumber: one.certificateNumber } as const;
    await tenConnections();
    const answers = await Promise.all(Array.from({ length: 10 }, () => startApplication(again(one.ctx), asked)));
    expect(new Set(answers.map((answer) => value(answer).reference)).size).toBe(1);
    const [draft, ...others] = await ofAccount(one.ctx.actor.accountId);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ status: 'draft', kind: 'continue_professional', personId: one.personId, endorsementCodes: ['029'] });
    expect(await audited(draft?.id ?? '', 'application_started')).toHaveLength(1);
  });

  it('leaves one draft of ten first certificates started at once, where there is no certificate to tell them apart', async () => {
    const ctx = await signedInEducator();
    await tenConnections();
    await Promise.all(Array.from({ length: 10 }, () => startApplication(again(ctx), { kind: 'first_certificate_ct' })));
    expect(await ofAccount(ctx.actor.accountId)).toHaveLength(1);
  });

  it('goes on with the draft there is, and starts another once it was given up', async () => {
    const one = await holder();
    const asked = { kind: 'continue_professional', certificateNumber: one.certificateNumber } as const;
    const { reference } = value(await startApplication(again(one.ctx), asked));
    expect(value(await startApplication(again(one.ctx), asked)).reference).toBe(reference);
    value(await withdrawApplication(again(one.ctx), { reference }));
    expect(value(await startApplication(again(one.ctx), asked)).reference).not.toBe(reference);
  });

  it.each([
    ['before the window opens', async () => startOf(await holder({ expiresOn: day('2028-06-30') }), 'continue_professional'), 'not_open'],
    ['what is no longer offered', async () => startOf(await initialHolder(), 'advance_to_provisional'), 'not_open'],
    ['what this certificate does not lead to', async () => startOf(await initialHolder(), 'continue_professional'), 'not_open'],
    ['a certificate nobody has', async () => startOf({ ...(await holder()), certificateNumber: 'K0' }, 'continue_professional'), 'not_found'],
    ['another person’s certificate', async () => startOf({ ...(await holder()), certificateNumber: (await holder()).certificateNumber }, 'duplicate'), 'not_found'],
    ['a certificate, without a record', async () => startOf({ ...(await holder()), ctx: await signedInEducator() }, 'duplicate'), 'needs_record'],
  ])('refuses %s', async (_what, go, error) => {
    expect(await go()).toEqual(refused(error));
  });
});

function startOf(one: Awaited<ReturnType<typeof holder>>, kind: 'continue_professional' | 'advance_to_provisional' | 'duplicate') {
  return startApplication(again(one.ctx), { kind, certificateNumber: one.certificateNumber });
}

describe('saving a step', () => {
  it('keeps what was saved last, in the row of its step', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    value(await saveStep(again(one.ctx), { reference, step: 'personal', answers: { ...goodAnswers.personal, city: 'Mystic' } }));
    const { id } = await applicationOf({ reference });
    const saved = await db().select().from(applicationAnswer).where(eq(applicationAnswer.applicationId, id));
    expect(saved.filter((row) => row.step === 'personal')).toMatchObject([{ answers: { city: 'Mystic' } }]);
    expect(saved.map((row) => row.step).sort()).toEqual(['disclosures', 'personal', 'sign']);
  });

  it('leaves a whole answer and never a mixture of ten saved at once', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    await tenConnections();
    const cities = Array.from({ length: 10 }, (_, at) => ({ city: `City ${at}`, addressLine1: `${at} Elm Street` }));
    await Promise.all(cities.map((city) => saveStep(again(one.ctx), { reference, step: 'personal', answers: { ...goodAnswers.personal, ...city } })));
    const { id } = await applicationOf({ reference });
    const saved = await db().select().from(applicationAnswer).where(eq(applicationAnswer.applicationId, id));
    const { city, addressLine1 } = saved.find((row) => row.step === 'personal')?.answers ?? {};
    expect(cities).toContainEqual({ city, addressLine1 });
  });

  it('refuses strangers, steps the kind does not have, and what was submitted or given up', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    const personal = { reference, step: 'personal', answers: goodAnswers.personal } as const;
    expect(await saveStep(await signedInEducator(), personal)).toEqual(refused('not_found'));
    expect(await saveStep(again(one.ctx), { reference, step: 'certificate', answers: {} })).toEqual(refused('not_found'));
    expect(await saveStep(again(one.ctx), { ...personal, reference: 'A0000000' })).toEqual(refused('not_found'));
    value(await submitApplication(again(one.ctx), { reference }));
    expect(await saveStep(again(one.ctx), personal)).toEqual(refused('already_submitted'));
    const other = await holder();
    const givenUp = await drafted(other, 'continue_professional');
    value(await withdrawApplication(again(other.ctx), { reference: givenUp }));
    expect(await saveStep(again(other.ctx), { ...personal, reference: givenUp })).toEqual(refused('not_found'));
  });
});

describe('giving up a draft', () => {
  it('is for its owner, and not for what was submitted', async () => {
    const one = await holder();
    const reference = await drafted(one, 'continue_professional');
    expect(await withdrawApplication(await signedInEducator(), { reference })).toEqual(refused('not_found'));
    value(await submitApplication(again(one.ctx), { reference }));
    expect(await withdrawApplication(again(one.ctx), { reference })).toEqual(refused('not_found'));
    expect((await applicationOf({ reference })).status).toBe('waiting_first_review');
  });

  it('either submits or gives up where both are clicked at once, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await holder();
      const reference = await drafted(one, 'continue_professional');
      const [submitted, withdrawn] = await Promise.all([
        submitApplication(again(one.ctx), { reference }),
        withdrawApplication(again(one.ctx), { reference }),
      ]);
      expect([submitted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      expect((await applicationOf({ reference })).status).toBe(submitted.ok ? 'waiting_first_review' : 'withdrawn');
    }
  });
});
