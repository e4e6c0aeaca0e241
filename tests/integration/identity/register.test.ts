import { and, eq, isNull } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { claim, identityCase, person } from '@/db/schema/identity';
import { message } from '@/db/schema/mail';
import { transact } from '@/db/transact';
import { register } from '@/lib/identity/register';
import { countNames } from '@/lib/identity/steps';
import { day } from '@/lib/shared/days';
import { ok } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { useDatabase } from '@/tests/support/database';
import { again, recordOnFile, registerFully, signedInEducator, typedAs, workerCtx } from '@/tests/support/people';

const { db } = useDatabase();

type Typed = ReturnType<typeof typedAs>;

const claimsOn = (personId: string) =>
  db()
    .select()
    .from(claim)
    .where(and(eq(claim.personId, personId), isNull(claim.endedAt)));
const casesOf = (accountId: string) => db().select().from(identityCase).where(eq(identityCase.accountId, accountId));
const messagesOfKind = (kind: string) => db().select().from(message).where(eq(message.kind, kind));

const slip = (ssn: string): string => ssn.slice(0, 4) + String((Number(ssn[4]) + 1) % 10) + ssn.slice(5);
const swap = (ssn: string): string => ssn.slice(0, 7) + ssn.slice(8) + ssn.slice(7, 8);

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
    await registerFully(ctx, typedAs());
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
    await registerFully(ctx, { ...onFile.typed, ...typedAs(change), ssn });
    expect(await claimsOn(onFile.personId)).toEqual([]);
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ kind: 'match', promisedBy: '2026-12-01' }]);
  });

  it('opens a case when birth date and both names agree without the SSN, and issues no second EIN', async () => {
    const onFile = await recordOnFile({ firstName: 'Mira', lastName: 'Namesake' });
    const ctx = await signedInEducator();
    await registerFully(ctx, typedAs({ firstName: 'Mira', lastName: 'Namesake', birthDate: onFile.typed.birthDate.reveal() }));
    expect(await claimsOn(onFile.personId)).toEqual([]);
    expect(await casesOf(ctx.actor.accountId)).toHaveLength(1);
  });

  it('links across accents, capitals, hyphens and swapped names', async () => {
    const onFile = await recordOnFile({ firstName: 'José', lastName: "O'Brien-Núñez" });
    const ctx = await signedInEducator();
    await register(ctx, { ...onFile.typed, firstName: 'OBRIEN NUNEZ', lastName: 'jose' });
    expect(await claimsOn(onFile.personId)).toHaveLength(1);
  });

  it.each([
    ['misspelt', { firstName: 'Bejnamin', lastName: 'Kowalcyk' }],
    ['short', { firstName: 'Ben', lastName: 'Kowalczyk' }],
    ['married', { firstName: 'Benjamin', lastName: 'Thibault' }],
    ['one of two', { firstName: 'Benjamin', lastName: 'Kowalczyk-Diaz' }],
  ])('links a name that is %s, provisionally, and keeps what agreed and nothing that was typed', async (_what, names) => {
    const onFile = await recordOnFile({ firstName: 'Benjamin', lastName: 'Kowalczyk' });
    await register(await signedInEducator(), { ...onFile.typed, ...names });
    const [mine] = await claimsOn(onFile.personId);
    expect(mine).toMatchObject({ strength: 'provisional', evidence: { ssn: 'equal', birthDate: 'equal', email: 'differs' } });
    expect(Object.values(mine?.evidence ?? {}).every((one) => ['equal', 'near', 'differs'].includes(one))).toBe(true);
  });

  it.each([
    ['one digit wrong in the SSN', (typed: Typed) => ({ ...typed, ssn: secret(slip(typed.ssn.reveal())) })],
    ['two digits of the SSN swapped', (typed: Typed) => ({ ...typed, ssn: secret(swap(typed.ssn.reveal())) })],
    ['another SSN and misspelt names', (typed: Typed) => ({ ...typed, ssn: typedAs().ssn, firstName: 'Willhelmina', lastName: 'Zelinski' })],
  ])('issues no second EIN with %s: a person decides', async (_what, change) => {
    const onFile = await recordOnFile({ firstName: 'Wilhelmina', lastName: 'Zieliński' });
    const ctx = await signedInEducator();
    await registerFully(ctx, change(onFile.typed));
    expect(await claimsOn(onFile.personId)).toEqual([]);
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ kind: 'match', candidateIds: [onFile.personId] }]);
  });

  it('finds a record by the proved address too, where SSN and birth date are other ones', async () => {
    const onFile = await recordOnFile({ firstName: 'Imre', lastName: 'Vadas', email: 'imre@example.test' });
    const ctx = await signedInEducator({ email: 'imre@example.test' });
    await registerFully(ctx, typedAs({ firstName: 'Imre', lastName: 'Vadas' }));
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ candidateIds: [onFile.personId] }]);
  });

  it('takes birth date and one name for the person where the name is rare, and for chance where it is not known to be', async () => {
    const born = day('1991-06-05');
    const onFile = await recordOnFile({ firstName: 'Xanthippe', lastName: 'Quartermaine', birthDate: born });
    const early = await signedInEducator();
    await registerFully(early, typedAs({ firstName: 'Ida', lastName: 'Quartermaine', birthDate: born }));
    expect(await casesOf(early.actor.accountId)).toEqual([]);
    await transact(workerCtx().actor, async (tx) => (await countNames(tx), ok()));
    const late = await signedInEducator();
    await registerFully(late, typedAs({ firstName: 'Xanthippe', lastName: 'Oduya', birthDate: born }));
    const [opened] = await casesOf(late.actor.accountId);
    expect(opened?.candidateIds).toEqual([onFile.personId]);
  });

  it('leaves a twin with a slip in the SSN to a person', async () => {
    const born = day('1984-02-17');
    const one = await recordOnFile({ firstName: 'Castor', lastName: 'Gemini', birthDate: born });
    const other = await recordOnFile({ firstName: 'Pollux', lastName: 'Gemini', birthDate: born });
    const ctx = await signedInEducator();
    await registerFully(ctx, { ...other.typed, ssn: one.typed.ssn });
    expect(await claimsOn(one.personId)).toEqual([]);
    expect(await casesOf(ctx.actor.accountId)).toMatchObject([{ candidateIds: [one.personId, other.personId].toSorted() }]);
  });

  it('never links a claimed record again: a case, and the owner is told', async () => {
    const onFile = await recordOnFile();
    const owner = await signedInEducator();
    await register(owner, onFile.typed);
    const second = await signedInEducator();
    await registerFully(second, onFile.typed);
    expect(await claimsOn(onFile.personId)).toMatchObject([{ accountId: owner.actor.accountId }]);
    expect(await casesOf(second.actor.accountId)).toMatchObject([{ kind: 'claimed_record' }]);
    expect((await messagesOfKind('record_already_claimed')).map((one) => one.payload.personId)).toContain(onFile.personId);
  });

  it('links exactly one of ten accounts that claim the same record at once', async () => {
    const onFile = await recordOnFile();
    const claimants = await Promise.all(Array.from({ length: 10 }, () => signedInEducator()));
    await Promise.all(claimants.map((ctx) => registerFully(ctx, onFile.typed)));
    expect(await claimsOn(onFile.personId)).toHaveLength(1);
    const cases = await Promise.all(claimants.map((ctx) => casesOf(ctx.actor.accountId)));
    expect(cases.flat()).toHaveLength(9);
  });

  it('creates one person when ten accounts register the same unknown SSN at once', async () => {
    const typed = typedAs({ firstName: 'Only', lastName: 'Once' });
    const claimants = await Promise.all(Array.from({ length: 10 }, () => signedInEducator()));
    await Promise.all(claimants.map((ctx) => registerFully(ctx, typed)));
    const made = await db().select().from(person).where(eq(person.lastName, 'Once'));
    expect(made).toHaveLength(1);
  });

  it('refuses a second registration of the same account, and a sixth try in a day', async () => {
    const ctx = await signedInEducator();
    await registerFully(ctx, typedAs());
    expect(await register(again(ctx), typedAs())).toEqual({ ok: false, error: 'already_registered' });
    for (let go = 0; go < 3; go += 1) await register(again(ctx), typedAs());
    expect(await register(again(ctx), typedAs())).toEqual({ ok: false, error: 'too_many_attempts' });
  });

  it('refuses it too while a person decides', async () => {
    const onFile = await recordOnFile();
    const ctx = await signedInEducator();
    await registerFully(ctx, { ...onFile.typed, firstName: 'Alex', lastName: 'Other' });
    expect(await register(again(ctx), onFile.typed)).toEqual({ ok: false, error: 'already_registered' });
    expect(await claimsOn(onFile.personId)).toEqual([]);
  });

  it('lets somebody who was asked correct a slip of their own, and tries three SSNs of an account at most', async () => {
    const onFile = await recordOnFile();
    const ctx = await signedInEducator();
    await register(ctx, { ...onFile.typed, ssn: secret(slip(onFile.typed.ssn.reveal())) });
    await register(again(ctx), onFile.typed);
    expect(await claimsOn(onFile.personId)).toHaveLength(1);
    const other = await signedInEducator();
    for (const ssn of ['412886001', '412886010', '517432096', '633201187']) expect(await register(again(other), typedAs({ ssn }))).toMatchObject({ ok: true });
    expect(await register(again(other), typedAs({ ssn: '254117733' }))).toEqual({ ok: false, error: 'too_many_attempts' });
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
