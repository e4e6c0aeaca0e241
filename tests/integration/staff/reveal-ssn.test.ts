import { eq } from 'drizzle-orm';
import { limitCounter } from '@/db/schema/accounts';
import { auditEvent, personAccess } from '@/db/schema/audit';
import { identityDecision, personSecret } from '@/db/schema/identity';
import type { Ctx, Staff } from '@/lib/shared/context';
import { revealSsn } from '@/lib/staff/reveal-ssn';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { everythingInDatabase, keepLog } from '@/tests/support/everything-written';
import { findLeaks, guardedSsn } from '@/tests/support/find-leaks';
import { again, now, recordOnFile, signedInStaff } from '@/tests/support/people';
import { enrolled } from './enrolled';
import { audited, tenConnections, value } from './filed';
import { contactEmail, giveAddress, waitingCase, type WaitingCase } from './identity-cases';

const { db } = useDatabase();
const logged = keepLog();
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const asked = ({ found, onFile }: WaitingCase, code: string) => ({
  ...{ reference: found.reference, ein: onFile.ein, code },
  revealReason: 'document' as const,
});
const reveal = (ctx: Ctx<Staff>, one: WaitingCase, code: string, when = now) => revealSsn(again(ctx, when), asked(one, code));

describe('showing a whole SSN', () => {
  it('answers with it once, and writes down who saw it and why', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('supervisor');
    const code = await codeAt(now);
    const { ssn } = value(await reveal(ctx, one, code));
    expect(ssn.reveal()).toBe(one.onFile.typed.ssn.reveal());
    expect(JSON.stringify({ ssn })).toBe('{"ssn":"[redacted]"}');
    const access = await db().select().from(personAccess).where(eq(personAccess.personId, one.onFile.personId));
    expect(access).toMatchObject([{ reason: 'identity', staffId: ctx.actor.accountId }]);
    expect(access[0]?.purpose).toContain('the whole Social Security number');
    expect(await audited(one.onFile.personId, 'ssn_revealed')).toMatchObject([{ details: { why: 'document' } }]);
    expect(outcome(await reveal(ctx, one, code))).toBe('wrong_code');
  });

  it('keeps the words of whoever had another reason where the person can read them, and out of the trail', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('administrator');
    const input = { ...asked(one, await codeAt(now)), revealReason: 'other' as const, otherReason: 'A court order' };
    value(await revealSsn(ctx, input));
    const [access] = await db().select().from(personAccess).where(eq(personAccess.personId, one.onFile.personId));
    expect(access?.purpose).toContain('A court order');
    expect(JSON.stringify(await db().select().from(auditEvent).where(eq(auditEvent.subjectId, one.onFile.personId)))).not.toContain('court');
  });

  it('asks for a code each time, also a minute later', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('supervisor');
    value(await reveal(ctx, one, await codeAt(now)));
    expect(outcome(await reveal(ctx, one, '000000', at(60)))).toBe('wrong_code');
    value(await reveal(ctx, one, await codeAt(at(90)), at(90)));
    expect(await audited(one.onFile.personId, 'ssn_revealed')).toHaveLength(2);
  });

  it('is not for reviewers, nor for whoever has no app', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('reviewer');
    expect(outcome(await reveal(ctx, one, await codeAt(now)))).toBe('not_allowed');
    expect(outcome(await reveal(await signedInStaff('supervisor'), one, '123456'))).toBe('wrong_code');
  });

  it('is only of a record of the case, never one’s own, and of one that has a number', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('supervisor');
    const input = asked(one, await codeAt(now));
    expect(outcome(await revealSsn(again(ctx), { ...input, ein: (await recordOnFile()).ein }))).toBe('not_found');
    expect(outcome(await revealSsn(again(ctx), { ...input, reference: 'C0000000' }))).toBe('not_found');
    await contactEmail(one.onFile.personId, 'boss@example.test');
    await giveAddress(ctx.actor.accountId, 'boss@example.test');
    expect(outcome(await revealSsn(again(ctx), input))).toBe('own_record');
    await giveAddress(ctx.actor.accountId, 'not-boss@example.test');
    await db().update(personSecret).set({ ssnCiphertext: null, ssnKey: null }).where(eq(personSecret.personId, one.onFile.personId));
    expect(outcome(await revealSsn(again(ctx), input))).toBe('no_ssn');
    expect(await audited(one.onFile.personId, 'ssn_revealed')).toEqual([]);
  });

  it('stops after five wrong codes', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('supervisor');
    for (let count = 0; count < 5; count += 1) expect(outcome(await reveal(ctx, one, '000000'))).toBe('wrong_code');
    expect(outcome(await reveal(ctx, one, await codeAt(now)))).toBe('too_many_codes');
    expect(outcome(await reveal(ctx, one, await codeAt(at(901)), at(901)))).toBe('ok');
  });

  it('stops after thirty in a day, and begins again the day after', async () => {
    const one = await waitingCase();
    const { ctx, codeAt } = await enrolled('supervisor');
    const answers: unknown[] = [];
    for (let count = 0; count < 31; count += 1) {
      const when = at(count * 60);
      answers.push(outcome(await reveal(ctx, one, await codeAt(when), when)));
    }
    expect(answers).toEqual([...Array.from({ length: 30 }, () => 'ok'), 'too_many_today']);
    const tomorrow = at(86_400);
    expect(outcome(await reveal(ctx, one, await codeAt(tomorrow), tomorrow))).toBe('ok');
    expect(await db().$count(limitCounter)).toBeGreaterThan(0);
  });

  it('takes one code once, also where it is sent five times at once for five cases', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, () => waitingCase()));
    const { ctx, codeAt } = await enrolled('supervisor');
    const code = await codeAt(now);
    await tenConnections();
    const answers = await Promise.all(five.map((one) => reveal(ctx, one, code)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('leaves the number in no row and no line of the log', async () => {
    const one = await waitingCase({ onFile: await recordOnFile({ ssn: '531846207' }) });
    const { ctx, codeAt } = await enrolled('supervisor');
    value(await reveal(ctx, one, await codeAt(now)));
    const guarded = [guardedSsn('SSN', '531846207')];
    expect(findLeaks(guarded, await everythingInDatabase())).toEqual([]);
    expect(findLeaks(guarded, [{ where: 'the log', text: logged.lines.join('\n') }])).toEqual([]);
    expect(await db().$count(identityDecision)).toBe(0);
  });
});
