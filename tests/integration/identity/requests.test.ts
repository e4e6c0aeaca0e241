import { and, eq } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { document } from '@/db/schema/documents';
import { identityCase } from '@/db/schema/identity';
import { findMyCertificates } from '@/lib/certificates/my-queries';
import { reportCertificateProblem } from '@/lib/certificates/report-certificate-problem';
import { receiveDocument } from '@/lib/documents/receive-document';
import { findMyEinLetter, findMyProfile } from '@/lib/identity/contact-queries';
import { requestCorrection } from '@/lib/identity/request-correction';
import { certificateProblemInput, correctionInput, keptOfCorrection, namesDate, type CorrectionInput } from '@/lib/identity/request-model';
import { findMyOpenRequest, findMyRequests } from '@/lib/identity/request-queries';
import { submitApplication } from '@/lib/payments/submit-application';
import type { Ctx, Educator } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { linkedEducator } from '@/tests/integration/accounts/linked-educator';
import { waitingCase } from '@/tests/integration/staff/identity-cases';
import { filedUnlinked, tenConnections } from '@/tests/integration/staff/filed';
import { behindAccount, outcome } from '@/tests/support/accounts';
import { drafted, holder } from '@/tests/support/applications';
import { useDatabase } from '@/tests/support/database';
import { deliverMail, useMailbox } from '@/tests/support/mail';
import { useGateway } from '@/tests/support/payments';
import { again, certificateOnFile, signedInEducator } from '@/tests/support/people';

const { db } = useDatabase();
useGateway();
const letters = useMailbox();

const casesOf = ({ actor }: Ctx<Educator>, kind: (typeof identityCase.$inferSelect)['kind']) =>
  db().select().from(identityCase).where(and(eq(identityCase.accountId, actor.accountId), eq(identityCase.kind, kind)));
const typed = (wrong: string, more: Record<string, string> = {}) => correctionInput.parse({ wrong, right: '', message: '', ...more });
const firstName = typed('first_name', { right: 'Johanna', message: 'It says Joanna.' });
const birthDate = typed('birth_date');
const missing = certificateProblemInput.parse({ certificate: 'missing', about: 'Professional, 2012', message: 'It is not in the list.' });
const pdf = { fileName: 'birth.pdf', content: Buffer.from('%PDF-1.7 certificate') };

describe('"my name or date of birth on record is wrong"', () => {
  it.each([
    ['name_correction', firstName, { wrong: 'first_name', right: 'Johanna', message: 'It says Joanna.' }],
    ['birth_date_correction', birthDate, { wrong: 'birth_date' }],
  ] as const)('opens a %s with a number and a date, about the record, and writes where documents go', async (kind, input: CorrectionInput, details) => {
    const { ctx, personId } = await linkedEducator();
    const answer = await requestCorrection(again(ctx), input);
    expect(answer).toMatchObject({ ok: true, value: { kind, promisedBy: '2026-12-01' } });
    expect(await casesOf(ctx, kind)).toMatchObject([{ candidateIds: [personId], details, closedAt: null }]);
    await deliverMail();
    expect(letters.all().at(-1)?.text).toContain('/profile/requests/');
  });

  it('is one case of a kind at a time, and the other kind beside it', async () => {
    const { ctx } = await linkedEducator();
    expect(outcome(await requestCorrection(again(ctx), firstName))).toBe('ok');
    expect(outcome(await requestCorrection(again(ctx), typed('last_name', { right: 'Other' })))).toBe('already_open');
    expect(outcome(await requestCorrection(again(ctx), birthDate))).toBe('ok');
    await db().update(identityCase).set({ closedAt: ctx.now, resolution: 'reject' }).where(eq(identityCase.accountId, ctx.actor.accountId));
    expect(outcome(await requestCorrection(again(ctx), firstName))).toBe('ok');
  });

  it('is opened once by ten at once', async () => {
    await tenConnections();
    const { ctx } = await linkedEducator();
    const answers = await behindAccount(ctx.actor.accountId, Array.from({ length: 9 }, () => () => requestCorrection(again(ctx), birthDate)));
    expect(answers.map(outcome).toSorted()).toEqual([...Array.from({ length: 8 }, () => 'already_open'), 'ok']);
    expect(await casesOf(ctx, 'birth_date_correction')).toHaveLength(1);
  });

  it('is refused without a record, and while the link is provisional', async () => {
    const nobody = await signedInEducator();
    expect(outcome(await requestCorrection(nobody, firstName))).toBe('no_record');
    const { ctx } = await linkedEducator('provisional');
    expect(outcome(await requestCorrection(again(ctx), firstName))).toBe('link_not_full');
    expect(await casesOf(ctx, 'name_correction')).toEqual([]);
  });

  it.each([
    ['nothing chosen', { wrong: '' }, 'wrong'],
    ['a name without what is right', { wrong: 'first_name' }, 'right'],
    ['a date of birth in the box of the name', { wrong: 'birth_date', right: '4/28/1986' }, 'right'],
    ['a date among the words', { wrong: 'birth_date', message: 'I was born on April 28, 1986.' }, 'message'],
  ])('is refused with %s', (_what, posted, field) => {
    const parsed = correctionInput.safeParse({ right: '', message: '', ...posted });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  it.each(['4/28/1986', '28.4.1986', '1986-04-28', 'Apr. 28, 1986', '28th of April 1986', '19860428', '04281986', 'december 1st 1990'])(
    'never shows again or keeps a date: %s',
    (date) => {
      expect(namesDate(`born ${date}, not later`)).toBe(true);
      expect(keptOfCorrection({ wrong: 'birth_date', right: date, message: `born ${date}` })).toEqual(['wrong']);
    },
  );

  it.each(['It says Joanna.', 'Two letters are swapped: 4 and 8', 'The year is off by 10.', 'case C000-04K2', '06115-0471'])(
    'takes %j for no date',
    (words) => expect(namesDate(words)).toBe(false),
  );

  it('writes nothing typed into the trail', async () => {
    const { ctx } = await linkedEducator();
    await requestCorrection(again(ctx), firstName);
    expect(JSON.stringify(await db().select().from(auditEvent))).not.toMatch(/Johanna|Joanna/);
  });
});

describe('"a certificate is missing or wrong"', () => {
  it('opens a case about one of mine, or about one that is missing', async () => {
    const one = await holder();
    const wrong = certificateProblemInput.parse({ certificate: one.certificateNumber, about: '', message: 'The endorsement is wrong.' });
    expect(outcome(await reportCertificateProblem(again(one.ctx), wrong))).toBe('ok');
    expect(await casesOf(one.ctx, 'certificate_problem')).toMatchObject([
      { candidateIds: [one.personId], details: { certificate: one.certificateNumber, message: 'The endorsement is wrong.' } },
    ]);
    expect(outcome(await reportCertificateProblem(again(one.ctx), missing))).toBe('already_open');
    expect((await findMyCertificates(again(one.ctx))).certificates).toHaveLength(1);
  });

  it("is refused about somebody else's certificate", async () => {
    const [mine, theirs] = [await holder(), await holder()];
    const about = certificateProblemInput.parse({ certificate: theirs.certificateNumber, message: 'Mine?' });
    expect(outcome(await reportCertificateProblem(again(mine.ctx), about))).toBe('not_yours');
  });

  it('is open to who is provisionally linked, and to who has no record yet', async () => {
    const provisional = await linkedEducator('provisional');
    await certificateOnFile(provisional.personId);
    expect(outcome(await reportCertificateProblem(again(provisional.ctx), missing))).toBe('ok');
    const waiting = await waitingCase();
    expect(outcome(await reportCertificateProblem(again(waiting.ctx), missing))).toBe('ok');
    expect(await casesOf(waiting.ctx, 'certificate_problem')).toMatchObject([{ candidateIds: [] }]);
    expect((await findMyProfile(again(waiting.ctx))).openCase?.reference).toBe(waiting.found.reference);
  });

  it('is opened once by ten at once', async () => {
    await tenConnections();
    const { ctx } = await holder();
    const answers = await behindAccount(ctx.actor.accountId, Array.from({ length: 9 }, () => () => reportCertificateProblem(again(ctx), missing)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it.each([
    ['nothing chosen', { certificate: '' }, 'certificate'],
    ['a missing one of which nothing is known', { certificate: 'missing', about: '' }, 'about'],
    ['no words', { message: '' }, 'message'],
  ])('is refused with %s', (_what, posted, field) => {
    const parsed = certificateProblemInput.safeParse({ certificate: 'missing', about: '2012', message: 'It is not there.', ...posted });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});

describe('a request', () => {
  it('shows how it stands: what was asked for, documents received, how it was settled', async () => {
    const { ctx } = await linkedEducator();
    await requestCorrection(again(ctx), birthDate);
    const caseId = must(await findMyOpenRequest(again(ctx), 'birth_date_correction'), 'the open case');
    expect(outcome(await receiveDocument(again(ctx), { caseId, file: pdf }))).toBe('ok');
    await db().update(identityCase).set({ askedFor: 'A passport', askedAt: ctx.now }).where(eq(identityCase.id, caseId));
    expect(await findMyRequests(again(ctx))).toMatchObject([{ kind: 'birth_date_correction', documents: 1, askedFor: 'A passport', closedOn: null }]);
    await db().update(identityCase).set({ closedAt: ctx.now, resolution: 'correct_birth_date' }).where(eq(identityCase.id, caseId));
    expect(await findMyRequests(again(ctx))).toMatchObject([{ closedOn: '2026-11-24', resolution: 'correct_birth_date' }]);
    expect(await findMyOpenRequest(again(ctx), 'birth_date_correction')).toBeUndefined();
  });

  it("is nobody else's to see or to send documents for", async () => {
    const [mine, other] = [await linkedEducator(), await linkedEducator()];
    await requestCorrection(again(mine.ctx), firstName);
    const caseId = must(await findMyOpenRequest(again(mine.ctx), 'name_correction'), 'the open case');
    expect(await findMyRequests(again(other.ctx))).toEqual([]);
    expect(await findMyOpenRequest(again(other.ctx), 'name_correction')).toBeUndefined();
    await expect(receiveDocument(again(other.ctx), { caseId, file: pdf })).rejects.toThrow(/42501/);
    expect(await db().select().from(document).where(eq(document.caseId, caseId))).toEqual([]);
  });

  it('blocks no application: each may be started and submitted while all of them are open', async () => {
    const { ctx, personId, typed: record } = await linkedEducator();
    const { number } = await certificateOnFile(personId, { typeKey: 'INITIAL', expiresOn: day('2030-01-14') });
    const one = { ctx, personId, name: `${record.firstName} ${record.lastName}`, certificateNumber: number };
    for (const input of [firstName, birthDate]) expect(outcome(await requestCorrection(again(one.ctx), input))).toBe('ok');
    expect(outcome(await reportCertificateProblem(again(one.ctx), missing))).toBe('ok');
    const reference = await drafted(one, 'advance_to_professional');
    expect(outcome(await submitApplication(again(one.ctx), { reference }))).toBe('ok');
  });

  it('blocks no application of somebody who has no record yet', async () => {
    const { ctx, reference } = await filedUnlinked();
    expect(reference).toMatch(/^A/);
    expect(outcome(await reportCertificateProblem(again(ctx), missing))).toBe('ok');
  });
});

describe('the letter with the EIN', () => {
  it('has the whole name on file where the link is full, none where it is provisional, and there is none without a record', async () => {
    const full = await linkedEducator();
    const { firstName: first, lastName: last } = full.typed;
    expect(await findMyEinLetter(again(full.ctx))).toEqual({ ein: full.ein, name: `${first} ${last}` });
    const provisional = await linkedEducator('provisional');
    expect(await findMyEinLetter(again(provisional.ctx))).toEqual({ ein: provisional.ein, name: null });
    expect(await findMyEinLetter(await signedInEducator())).toBeUndefined();
  });
});
