import { eq } from 'drizzle-orm';
import { personAccess } from '@/db/schema/audit';
import { personSecret } from '@/db/schema/identity';
import type { Ctx, Staff } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { secret } from '@/lib/shared/secret';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { findProposal, findProposals } from '@/lib/staff/decision-queries';
import { proposeCorrection } from '@/lib/staff/propose-correction';
import { proposeMerge } from '@/lib/staff/propose-merge';
import { revealProposal } from '@/lib/staff/reveal-proposal';
import { revealSsn } from '@/lib/staff/reveal-ssn';
import { withdrawProposal } from '@/lib/staff/withdraw-proposal';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase, keepLog } from '@/tests/support/everything-written';
import { findLeaks, guardedDate, guardedSsn } from '@/tests/support/find-leaks';
import { again, now, recordOnFile, signedInStaff } from '@/tests/support/people';
import { enrolled } from './enrolled';
import { audited, tenConnections, value } from './filed';
import { contactEmail, giveAddress, waitingCase, type WaitingCase } from './identity-cases';

const { db } = useDatabase();
const logged = keepLog();
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const rightSsn = '531846207';
const rightBirthDate = day('1961-04-28');

type Values = { readonly ssn: ReturnType<typeof secret<string>> } | { readonly birthDate: WaitingCase['typed']['birthDate'] };

async function proposed(values: Values, one?: WaitingCase, by?: Ctx<Staff>) {
  const waiting = one ?? (await waitingCase());
  const about = { reference: waiting.found.reference, ein: waiting.onFile.ein, reason: 'The passport shows it' };
  const { id } = value(await proposeCorrection(by ?? (await signedInStaff('reviewer')), { ...about, ...values }));
  return { ...waiting, id };
}

const ofSsn = () => proposed({ ssn: secret(rightSsn) });
const ofBirthDate = () => proposed({ birthDate: secret(rightBirthDate) });

const reveal = (ctx: Ctx<Staff>, { id }: { id: string }, code: string, when = now) =>
  revealProposal(again(ctx, when), { id, code, revealReason: 'document' });

describe('showing what a correction would put on record', () => {
  it.each([
    { make: ofBirthDate, right: rightBirthDate, words: 'the date of birth, proposed and on record', event: 'birth_date_revealed' },
    { make: ofSsn, right: rightSsn, words: 'the whole Social Security number, proposed and on record', event: 'ssn_revealed' },
  ])('answers once with $words, and writes down who saw both and why', async ({ make, right, words, event }) => {
    const one = await make();
    const { personId, typed } = one.onFile;
    const { ctx, codeAt } = await enrolled('supervisor');
    const code = await codeAt(now);
    const shown = value(await reveal(ctx, one, code));
    const present = right === rightSsn ? typed.ssn.reveal() : typed.birthDate.reveal();
    expect([shown.proposed.reveal(), shown.present?.reveal()]).toEqual([right, present]);
    expect(JSON.stringify(shown)).toBe('{"proposed":"[redacted]","present":"[redacted]"}');
    const access = await db().select().from(personAccess).where(eq(personAccess.personId, personId));
    expect(access).toMatchObject([{ reason: 'identity', staffId: ctx.actor.accountId }]);
    expect(access[0]?.purpose).toBe(`${words}, for identity case ${one.found.reference}: To compare both with a document`);
    expect(await audited(personId, event)).toMatchObject([{ details: { why: 'document', decisionId: one.id } }]);
    expect(outcome(await reveal(ctx, one, code))).toBe('wrong_code');
    value(await approveProposal(again(ctx), { id: one.id }));
    expect(outcome(await reveal(ctx, one, await codeAt(at(60)), at(60)))).toBe('settled_already');
  });

  it('says so where no SSN is on record yet', async () => {
    const waiting = await waitingCase();
    await db().update(personSecret).set({ ssnCiphertext: null, ssnKey: null }).where(eq(personSecret.personId, waiting.onFile.personId));
    const one = await proposed({ ssn: secret('531846227') }, waiting);
    const { ctx, codeAt } = await enrolled('supervisor');
    const shown = value(await reveal(ctx, one, await codeAt(now)));
    expect([shown.proposed.reveal(), shown.present]).toEqual(['531846227', undefined]);
  });

  it('is not for reviewers, nor for whoever has no app', async () => {
    const one = await ofBirthDate();
    const { ctx, codeAt } = await enrolled('reviewer');
    expect(outcome(await reveal(ctx, one, await codeAt(now)))).toBe('not_allowed');
    expect(outcome(await reveal(await signedInStaff('supervisor'), one, '123456'))).toBe('wrong_code');
  });

  it('is only of a correction that waits, not of one’s own and not about oneself', async () => {
    const { ctx, codeAt } = await enrolled('supervisor');
    const code = await codeAt(now);
    const own = await proposed({ birthDate: secret(rightBirthDate) }, undefined, ctx);
    expect(outcome(await reveal(ctx, own, code))).toBe('own_proposal');
    const withdrawn = await ofBirthDate();
    value(await withdrawProposal(await signedInStaff('supervisor'), { id: withdrawn.id }));
    expect(outcome(await reveal(ctx, withdrawn, code))).toBe('settled_already');
    const [stays, goes] = [await recordOnFile(), await recordOnFile()];
    const choices = { firstName: 'stays', middleName: 'stays', lastName: 'stays', suffix: 'stays', birthDate: 'stays', ssn: 'stays', email: 'stays', phone: 'stays', address: 'stays' } as const;
    const merge = value(await proposeMerge(await signedInStaff('reviewer'), { stays: stays.ein, goes: goes.ein, choices, reason: 'One person' }));
    expect(outcome(await reveal(ctx, merge, code))).toBe('not_found');
    expect(outcome(await reveal(ctx, { id: '00000000-0000-4000-8000-000000000000' }, code))).toBe('not_found');
    const one = await ofBirthDate();
    const other = await enrolled('supervisor');
    await contactEmail(one.onFile.personId, 'boss@example.test');
    await giveAddress(other.ctx.actor.accountId, 'boss@example.test');
    expect(outcome(await reveal(other.ctx, one, await other.codeAt(now)))).toBe('own_record');
    for (const { onFile } of [own, withdrawn, one]) expect(await audited(onFile.personId, 'birth_date_revealed')).toEqual([]);
  });

  it('stops after five wrong codes, and with whole SSNs of records after thirty in a day', async () => {
    const one = await ofBirthDate();
    const wrong = await enrolled('supervisor');
    for (let count = 0; count < 5; count += 1) expect(outcome(await reveal(wrong.ctx, one, '000000'))).toBe('wrong_code');
    expect(outcome(await reveal(wrong.ctx, one, await wrong.codeAt(now)))).toBe('too_many_codes');
    const { ctx, codeAt } = await enrolled('supervisor');
    const ofRecord = { reference: one.found.reference, ein: one.onFile.ein, revealReason: 'document' } as const;
    const answers: unknown[] = [];
    for (let count = 0; count < 31; count += 1) {
      const when = at(count * 60);
      const code = await codeAt(when);
      answers.push(outcome(count % 2 ? await revealSsn(again(ctx, when), { ...ofRecord, code }) : await reveal(ctx, one, code, when)));
    }
    expect(answers).toEqual([...Array.from({ length: 30 }, () => 'ok'), 'too_many_today']);
  });

  it('takes one code once, also where it is sent five times at once', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, () => ofBirthDate()));
    const { ctx, codeAt } = await enrolled('supervisor');
    const code = await codeAt(now);
    await tenConnections();
    const answers = await Promise.all(five.map((one) => reveal(ctx, one, code)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('leaves neither value in any row or line of the log', async () => {
    const waiting = await waitingCase({ onFile: await recordOnFile({ ssn: '531846217', birthDate: day('1962-07-19') }) });
    const one = await proposed({ birthDate: secret(rightBirthDate) }, waiting);
    const { ctx, codeAt } = await enrolled('administrator');
    value(await reveal(ctx, one, await codeAt(now)));
    const guarded = [guardedSsn('SSN', '531846217'), guardedDate('present', '1962-07-19'), guardedDate('proposed', '1961-04-28')];
    expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
    expect(findLeaks(guarded, [{ where: 'the log', text: logged.lines.join('\n') }])).toEqual([]);
  });

  it('is offered to whoever may approve, and to nobody else', async () => {
    const one = await ofBirthDate();
    const seenBy = async (ctx: Ctx<Staff>) => (await findProposals(ctx)).find(({ id }) => id === one.id)?.mayReveal;
    expect([await seenBy(await signedInStaff('supervisor')), await seenBy(await signedInStaff('reviewer'))]).toEqual([true, false]);
    expect(JSON.stringify(await findProposal(await signedInStaff('supervisor'), one.id))).not.toContain(rightBirthDate);
    expect(await findProposal(await signedInStaff('cashier'), one.id)).toBeUndefined();
  });
});
