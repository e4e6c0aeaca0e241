import { eq } from 'drizzle-orm';
import { auditEvent, personAccess } from '@/db/schema/audit';
import { identityCase } from '@/db/schema/identity';
import { findCase, findOpenCases } from '@/lib/identity/case-queries';
import { reportLostEmail } from '@/lib/identity/report-lost-email';
import { anyone } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { openCase } from '@/lib/staff/open-case';
import { useDatabase } from '@/tests/support/database';
import { again, now, recordOnFile, registerFully, signedInEducator, signedInStaff } from '@/tests/support/people';
import { value } from './filed';

const { db } = useDatabase();

/** Somebody whose SSN is on file with another birth date. */
async function uncertain(firstName = 'Mira') {
  const onFile = await recordOnFile({ firstName, lastName: 'Uncertain', birthDate: day('1971-03-09') });
  const ctx = await signedInEducator({ firstName, lastName: 'Uncertain' });
  await registerFully(ctx, { ...onFile.typed, birthDate: secret(day('1971-09-03')) });
  const [row] = await db().select().from(identityCase).where(eq(identityCase.accountId, ctx.actor.accountId));
  return { onFile, ctx, opened: must(row, 'the case') };
}

describe('identity cases', () => {
  it('are listed the oldest first, with who waits and until when', async () => {
    const { opened } = await uncertain();
    const lost = { firstName: 'Lou', lastName: 'Locked', newEmail: 'lou@example.test', message: 'The school closed.' };
    const input = { ...lost, username: undefined, oldEmail: undefined, phone: undefined };
    const later = new Date(now.getTime() + 3_600_000);
    const reported = value(await reportLostEmail({ actor: anyone, now: later, requestId: 'test' }, input));
    const cases = await findOpenCases(await signedInStaff('reviewer'));
    expect(cases.map((one) => one.reference)).toEqual([opened.reference, reported.reference]);
    expect(cases).toMatchObject([
      { kind: 'match', name: 'Mira Uncertain', openedOn: '2026-11-24', promisedBy: '2026-12-01' },
      { kind: 'lost_email', name: 'Lou Locked' },
    ]);
    await db().update(identityCase).set({ closedAt: now });
    expect(await findOpenCases(await signedInStaff('supervisor'))).toEqual([]);
  });

  it('compare what was typed with the record without showing an SSN or a birth date', async () => {
    const { onFile, opened } = await uncertain('Zelda');
    const found = must(await findCase(await signedInStaff('reviewer'), opened.reference), 'the case');
    expect(found.typed).toMatchObject({ firstName: 'Zelda', reasons: ['birth_date_differs'] });
    expect(found.candidates).toMatchObject([
      {
        ...{ ein: onFile.ein, heldBy: null },
        evidence: { ssn: 'equal', birthDate: 'near', firstName: 'equal', lastName: 'equal', email: 'differs' },
      },
    ]);
    const shown = JSON.stringify(found);
    expect(shown).not.toContain(onFile.typed.ssn.reveal());
    expect(shown).not.toMatch(/1971/);
    expect(found.candidates[0]?.maskedSsn).toBe(`•••-••-${onFile.typed.ssn.reveal().slice(-4)}`);
  });

  it('name the account that holds a record already', async () => {
    const onFile = await recordOnFile();
    await registerFully(await signedInEducator({ firstName: 'Olga', lastName: 'Owner' }), onFile.typed);
    const second = await signedInEducator();
    await registerFully(second, onFile.typed);
    const [row] = await db().select().from(identityCase).where(eq(identityCase.accountId, second.actor.accountId));
    const found = await findCase(await signedInStaff('supervisor'), row?.reference ?? '');
    expect(found).toMatchObject({ kind: 'claimed_record', candidates: [{ heldBy: { name: 'Olga Owner' } }] });
  });

  it('write down whose records were opened, once in ten minutes', async () => {
    const { onFile, opened } = await uncertain();
    const reviewer = await signedInStaff('reviewer');
    value(await openCase(reviewer, opened));
    value(await openCase(again(reviewer), opened));
    const rows = await db().select().from(personAccess).where(eq(personAccess.personId, onFile.personId));
    expect(rows).toMatchObject([{ reason: 'identity', purpose: `identity case ${opened.reference}` }]);
    expect(await db().select().from(auditEvent).where(eq(auditEvent.subjectId, opened.id))).toHaveLength(2);
  });

  it('are for those who review identity', async () => {
    const { opened } = await uncertain();
    for (const role of ['cashier', 'auditor'] as const) {
      const staff = await signedInStaff(role);
      expect(await openCase(staff, opened)).toEqual({ ok: false, error: 'not_allowed' });
      expect(await findCase(staff, opened.reference)).toBeUndefined();
      expect(await findOpenCases(staff)).toEqual([]);
    }
    expect(await openCase(await signedInStaff('reviewer'), { reference: 'C0000000' })).toEqual({ ok: false, error: 'not_found' });
  });
});
