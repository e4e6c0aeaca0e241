import { and, eq, isNull } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { claim, identityCase, person, previousName, registration } from '@/db/schema/identity';
import { answerRegistration } from '@/lib/identity/answer-registration';
import { register } from '@/lib/identity/register';
import { day } from '@/lib/shared/days';
import { useDatabase } from '@/tests/support/database';
import { again, certificateOnFile, recordOnFile, registerFully, signedInEducator, typedAs } from '@/tests/support/people';

const { db } = useDatabase();

const claimOf = async (accountId: string) =>
  (await db().select().from(claim).where(and(eq(claim.accountId, accountId), isNull(claim.endedAt))))[0];
const casesOf = (accountId: string) => db().select().from(identityCase).where(eq(identityCase.accountId, accountId));
const registrationOf = async (accountId: string) =>
  (await db().select().from(registration).where(eq(registration.accountId, accountId)))[0];

describe('the question before a new EIN', () => {
  it('comes before anything is decided: no case, no person, no link', async () => {
    const ctx = await signedInEducator();
    const people = await db().$count(person);
    await register(ctx, typedAs());
    expect(await registrationOf(ctx.actor.accountId)).toMatchObject({ outcome: 'asked', everHeld: null });
    expect(await db().$count(person)).toBe(people);
    expect(await casesOf(ctx.actor.accountId)).toEqual([]);
  });

  it('gives a new EIN for a plain no, and keeps what was answered', async () => {
    const ctx = await signedInEducator();
    await registerFully(ctx, typedAs(), { everHeld: 'no' });
    expect(await claimOf(ctx.actor.accountId)).toMatchObject({ strength: 'full' });
    expect(await registrationOf(ctx.actor.accountId)).toMatchObject({ outcome: 'new', everHeld: 'no' });
  });

  it.each(['yes', 'not_sure'] as const)('never gives a new EIN for "%s": a person looks', async (everHeld) => {
    const ctx = await signedInEducator();
    const people = await db().$count(person);
    await registerFully(ctx, typedAs(), { everHeld });
    expect(await db().$count(person)).toBe(people);
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ kind: 'match', candidateIds: [], promisedBy: '2026-12-01' }]);
    expect(await registrationOf(ctx.actor.accountId)).toMatchObject({ outcome: 'review', reasons: ['says_held_before'] });
  });

  it('links by a name somebody had before, where SSN and birth date agree', async () => {
    const onFile = await recordOnFile({ firstName: 'Henrietta', lastName: 'Vandermeer' });
    const ctx = await signedInEducator();
    const typed = { ...onFile.typed, firstName: 'Alex', lastName: 'Other' };
    await registerFully(ctx, typed, { everHeld: 'yes', previousFirstName: 'Henrietta', previousLastName: 'Vandermeer' });
    expect(await claimOf(ctx.actor.accountId)).toMatchObject({ personId: onFile.personId, strength: 'provisional' });
    expect(await casesOf(ctx.actor.accountId)).toEqual([]);
  });

  it('finds a record by a previous name, too, and leaves it to a person without the SSN', async () => {
    const onFile = await recordOnFile({ firstName: 'Ottoline', lastName: 'Brandywine', birthDate: day('1972-05-14') });
    const ctx = await signedInEducator();
    const typed = typedAs({ firstName: 'Ottoline', lastName: 'Reyes', birthDate: day('1972-05-14') });
    await registerFully(ctx, typed, { everHeld: 'no', previousLastName: 'Brandywine' });
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ candidateIds: [onFile.personId] }]);
  });

  it('takes an EIN or a certificate as a hint to whom a person should look at', async () => {
    const onFile = await recordOnFile();
    const { number } = await certificateOnFile(onFile.personId);
    for (const answer of [{ ein: onFile.ein }, { certificateNumber: number }]) {
      const ctx = await signedInEducator();
      await registerFully(ctx, typedAs(), { everHeld: 'yes', ...answer });
      expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ candidateIds: [onFile.personId] }]);
    }
  });

  it('is vetoed by an EIN of somebody else: no link, both are shown to a person', async () => {
    const [mine, another] = [await recordOnFile({ firstName: 'Wilfreda', lastName: 'Ashby' }), await recordOnFile()];
    const ctx = await signedInEducator();
    const typed = { ...mine.typed, firstName: 'Alex', lastName: 'Other' };
    await registerFully(ctx, typed, { everHeld: 'yes', previousLastName: 'Ashby', ein: another.ein });
    expect(await claimOf(ctx.actor.accountId)).toBeUndefined();
    const [opened] = await casesOf(ctx.actor.accountId);
    expect(opened?.candidateIds).toEqual([mine.personId, another.personId].toSorted());
    expect((await registrationOf(ctx.actor.accountId))?.reasons).toContain('number_of_another');
  });

  it('goes to a person with a number that nobody has', async () => {
    const ctx = await signedInEducator();
    await registerFully(ctx, typedAs(), { everHeld: 'no', ein: '9999999999' });
    expect(await registrationOf(ctx.actor.accountId)).toMatchObject({ outcome: 'review', reasons: ['number_unknown', 'says_held_before'] });
  });

  it('is answered once, of ten at once: one person, one link', async () => {
    const ctx = await signedInEducator();
    const typed = typedAs({ lastName: 'Answeredonce' });
    await register(ctx, typed);
    const answers = await Promise.all(Array.from({ length: 10 }, () => answerRegistration(again(ctx), { everHeld: 'no' })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.error === 'not_asked')).toHaveLength(9);
    expect(await db().select().from(person).where(eq(person.lastName, 'Answeredonce'))).toHaveLength(1);
  });

  it('is asked of nobody who was linked or has answered', async () => {
    const onFile = await recordOnFile({ email: 'linked.already@example.test' });
    const ctx = await signedInEducator({ email: 'linked.already@example.test' });
    await register(ctx, onFile.typed);
    expect(await answerRegistration(again(ctx), { everHeld: 'no' })).toEqual({ ok: false, error: 'not_asked' });
  });

  it('finds who is on file under a previous name by the name typed now', async () => {
    const onFile = await recordOnFile({ firstName: 'Petronella', lastName: 'Now' });
    await db().insert(previousName).values({ personId: onFile.personId, lastName: 'Formerly' });
    const ctx = await signedInEducator();
    await registerFully(ctx, { ...onFile.typed, lastName: 'Formerly' });
    expect(await claimOf(ctx.actor.accountId)).toMatchObject({ personId: onFile.personId });
  });

  it('leaves no name, SSN or number in the audit trail', async () => {
    const ctx = await signedInEducator();
    await registerFully(ctx, typedAs({ ssn: '412770033' }), { everHeld: 'yes', previousLastName: 'Zwyczajna', ein: '4110022113' });
    const trail = JSON.stringify(await db().select().from(auditEvent));
    for (const secret of ['412770033', 'Zwyczajna', '4110022113']) expect(trail).not.toContain(secret);
  });
});
