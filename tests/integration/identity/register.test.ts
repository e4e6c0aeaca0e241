import { and, eq, isNull } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { claim, identityCase, person } from '@/db/schema/identity';
import { message } from '@/db/schema/mail';
import { register } from '@/lib/identity/register';
import { day } from '@/lib/shared/days';
import { useDatabase } from '@/tests/support/database';
import { again, recordOnFile, signedInEducator, typedAs } from '@/tests/support/people';

const { db } = useDatabase();

const claimsOn = (personId: string) =>
  db()
    .select()
    .from(claim)
    .where(and(eq(claim.personId, personId), isNull(claim.endedAt)));
const casesOf = (accountId: string) => db().select().from(identityCase).where(eq(identityCase.accountId, accountId));
const messagesOfKind = (kind: string) => db().select().from(message).where(eq(message.kind, kind));

describe('registering', () => {
  it('links at once and fully when the proved address is the one on file', async () => {
    const onFile = await recordOnFile({ email: 'rosa@example.test' });
    const ctx = await signedInEducator({ email: 'rosa@example.test' });
    expect(await register(ctx, onFile.typed)).toEqual({ ok: true, value: undefined });
    const [mine] = await claimsOn(onFile.personId);
    expect(mine).toMatchObject({ accountId: ctx.actor.accountId, strength: 'full' });
    expect(await casesOf(ctx.actor.accountId)).toEqual([]);
  });

  it('links provisionally with another address, and writes to the one on file', async () => {
    const onFile = await recordOnFile({ email: 'old@example.test' });
    const ctx = await signedInEducator();
    await register(ctx, onFile.typed);
    expect(await claimsOn(onFile.personId)).toMatchObject([{ strength: 'provisional' }]);
    const notices = await messagesOfKind('record_linked');
    expect(notices.some((notice) => notice.payload.personId === onFile.personId)).toBe(true);
  });

  it('gives a person nobody knows a new ten-digit EIN and a full link', async () => {
    const ctx = await signedInEducator();
    await register(ctx, typedAs());
    const [mine] = await db().select().from(claim).where(eq(claim.accountId, ctx.actor.accountId));
    expect(mine?.strength).toBe('full');
    const [made] = await db().select().from(person).where(eq(person.id, mine?.personId ?? ''));
    expect(made?.ein).toMatch(/^\d{10}$/);
  });

  it.each([
    ['the birth date differs', { birthDate: day('1980-04-28') }],
    ['neither name agrees', { firstName: 'Alex', lastName: 'Other' }],
  ])('opens a case when the SSN agrees and %s', async (_what, change) => {
    const onFile = await recordOnFile();
    const ctx = await signedInEducator();
    const ssn = onFile.typed.ssn;
    await register(ctx, { ...onFile.typed, ...typedAs(change), ssn });
    expect(await claimsOn(onFile.personId)).toEqual([]);
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ kind: 'match', promisedBy: '2026-12-01' }]);
  });

  it('opens a case when birth date and both names agree without the SSN, and issues no second EIN', async () => {
    const onFile = await recordOnFile({ firstName: 'Mira', lastName: 'Namesake' });
    const ctx = await signedInEducator();
    await register(ctx, typedAs({ firstName: 'Mira', lastName: 'Namesake' }));
    expect(await claimsOn(onFile.personId)).toEqual([]);
    expect(await casesOf(ctx.actor.accountId)).toHaveLength(1);
  });

  it('links across accents, capitals, hyphens and swapped names', async () => {
    const onFile = await recordOnFile({ firstName: 'José', lastName: "O'Brien-Núñez" });
    const ctx = await signedInEducator();
    await register(ctx, { ...onFile.typed, firstName: 'OBRIEN NUNEZ', lastName: 'jose' });
    expect(await claimsOn(onFile.personId)).toHaveLength(1);
  });

  it('never links a claimed record again: a case, and the owner is told', async () => {
    const onFile = await recordOnFile();
    const owner = await signedInEducator();
    await register(owner, onFile.typed);
    const second = await signedInEducator();
    expect(await register(second, onFile.typed)).toEqual({ ok: true, value: undefined });
    expect(await claimsOn(onFile.personId)).toMatchObject([{ accountId: owner.actor.accountId }]);
    expect(await casesOf(second.actor.accountId)).toMatchObject([{ kind: 'claimed_record' }]);
    expect((await messagesOfKind('record_already_claimed')).map((one) => one.payload.personId)).toContain(onFile.personId);
  });

  it('links exactly one of ten accounts that claim the same record at once', async () => {
    const onFile = await recordOnFile();
    const claimants = await Promise.all(Array.from({ length: 10 }, () => signedInEducator()));
    const answers = await Promise.all(claimants.map((ctx) => register(ctx, onFile.typed)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await claimsOn(onFile.personId)).toHaveLength(1);
    const cases = await Promise.all(claimants.map((ctx) => casesOf(ctx.actor.accountId)));
    expect(cases.flat()).toHaveLength(9);
  });

  it('creates one person when ten accounts register the same unknown SSN at once', async () => {
    const typed = typedAs({ firstName: 'Only', lastName: 'Once' });
    const claimants = await Promise.all(Array.from({ length: 10 }, () => signedInEducator()));
    await Promise.all(claimants.map((ctx) => register(ctx, typed)));
    const made = await db().select().from(person).where(eq(person.lastName, 'Once'));
    expect(made).toHaveLength(1);
  });

  it('refuses a second registration of the same account, and a sixth try in a day', async () => {
    const ctx = await signedInEducator();
    await register(ctx, typedAs());
    expect(await register(again(ctx), typedAs())).toEqual({ ok: false, error: 'already_registered' });
    for (let go = 0; go < 3; go += 1) await register(again(ctx), typedAs());
    expect(await register(again(ctx), typedAs())).toEqual({ ok: false, error: 'too_many_attempts' });
  });

  it('refuses an age nobody certified has', async () => {
    const ctx = await signedInEducator();
    const answer = await register(ctx, typedAs({ birthDate: day('2015-01-01') }));
    expect(answer).toEqual({ ok: false, error: 'birth_date_unlikely' });
  });

  it('keeps SSN and birth date out of the audit trail', async () => {
    const typed = typedAs({ ssn: '412990001', birthDate: day('1979-03-02') });
    const ctx = await signedInEducator();
    await register(ctx, typed);
    const trail = JSON.stringify(await db().select().from(auditEvent));
    expect(trail).not.toContain('412990001');
    expect(trail).not.toContain('1979-03-02');
  });
});
