import { and, eq } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { matchKey, person, previousName } from '@/db/schema/identity';
import { transact } from '@/db/transact';
import { findPublicCertificates } from '@/lib/certificates/public-queries';
import { changeLastName } from '@/lib/identity/change-last-name';
import { day } from '@/lib/shared/days';
import { ok } from '@/lib/shared/result';
import { secret } from '@/lib/shared/secret';
import { useDatabase } from '@/tests/support/database';
import { again, certificateOnFile, registerFully, signedInEducator, typedAs } from '@/tests/support/people';
import { linkedEducator } from './linked-educator';

const { db } = useDatabase();

const born = secret(day('1980-04-27'));
const to = (lastName: string, birthDate = born) => ({ lastName, birthDate });
const personOf = async (id: string) => (await db().select().from(person).where(eq(person.id, id)))[0];
const formerNames = async (personId: string) =>
  (await db().select().from(previousName).where(eq(previousName.personId, personId))).map((row) => row.lastName);
const keysOf = (personId: string) => db().select().from(matchKey).where(eq(matchKey.personId, personId));
const changesOf = (personId: string) =>
  db()
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.type, 'profile_changed'), eq(auditEvent.subjectId, personId)));

async function linked({ fully }: { fully: boolean }) {
  const educator = await linkedEducator(fully ? 'full' : 'provisional', { birthDate: born.reveal() });
  return { ...educator, oldName: educator.typed.lastName };
}

describe('changing the last name', () => {
  it('changes it on the record and the account, and keeps the old one', async () => {
    const { ctx, personId, oldName } = await linked({ fully: true });
    expect(await changeLastName(ctx, to('Rivera'))).toEqual({ ok: true, value: undefined });
    expect(await personOf(personId)).toMatchObject({ lastName: 'Rivera', firstName: 'Pat' });
    expect(await formerNames(personId)).toEqual([oldName]);
    const [mine] = await db().select().from(account).where(eq(account.id, ctx.actor.accountId));
    expect(mine?.lastName).toBe('Rivera');
  });

  it('leaves a trail without a name or a birth date in it', async () => {
    const { ctx, personId } = await linked({ fully: true });
    await changeLastName(ctx, to('Unspeakable'));
    const trail = await changesOf(personId);
    expect(trail).toMatchObject([{ details: { fields: ['lastName'] }, actorId: ctx.actor.accountId }]);
    expect(JSON.stringify(trail)).not.toMatch(/Unspeakable|1980/);
  });

  it.each(['the old name', 'the new name'])('lets the record still be found by birth date, first name and %s', async (which) => {
    const { ctx, oldName } = await linked({ fully: true });
    await changeLastName(ctx, to(`Nguyen${which.length}`));
    const second = await signedInEducator();
    const lastName = which === 'the old name' ? oldName : `Nguyen${which.length}`;
    await registerFully(second, typedAs({ lastName, birthDate: born.reveal() }));
    // Found, so a person decides: another EIN was not issued.
    expect(await db().select().from(person).where(and(eq(person.lastName, lastName), eq(person.source, 'registered')))).toEqual([]);
  });

  it('shows the new name in the public check', async () => {
    const { ctx, personId, oldName } = await linked({ fully: true });
    const { number } = await certificateOnFile(personId);
    await changeLastName(ctx, to('Okafor'));
    expect(await findPublicCertificates({ number })).toMatchObject([{ lastName: 'Okafor' }]);
    expect(await findPublicCertificates({ firstName: 'Pat', lastName: oldName })).toEqual([]);
  });

  it('can be done again, and taken back', async () => {
    const { ctx, personId, oldName } = await linked({ fully: true });
    await changeLastName(ctx, to('Second'));
    const keys = await keysOf(personId);
    expect((await changeLastName(again(ctx), to(oldName))).ok).toBe(true);
    expect(await formerNames(personId)).toEqual([oldName, 'Second']);
    expect(await keysOf(personId)).toHaveLength(keys.length);
  });

  it.each([
    ['same_name', (oldName: string) => to(oldName)],
    ['birth_date_differs', () => to('Rivera', secret(day('1980-04-28')))],
  ])('is refused: %s', async (error, typed) => {
    const { ctx, personId, oldName } = await linked({ fully: true });
    expect(await changeLastName(ctx, typed(oldName))).toEqual({ ok: false, error });
    expect(await personOf(personId)).toMatchObject({ lastName: oldName });
    expect(await changesOf(personId)).toEqual([]);
  });

  it('is refused where the link is still provisional, and where there is no record', async () => {
    const { ctx, personId, oldName } = await linked({ fully: false });
    expect(await changeLastName(ctx, to('Rivera'))).toEqual({ ok: false, error: 'link_not_full' });
    expect(await personOf(personId)).toMatchObject({ lastName: oldName });
    expect(await changeLastName(await signedInEducator(), to('Rivera'))).toEqual({ ok: false, error: 'not_found' });
  });

  it('takes five tries a day, so that nobody finds a birth date by trying', async () => {
    const { ctx } = await linked({ fully: true });
    const wrong = (dayOfMonth: number) => to('Rivera', secret(day(`1980-05-1${dayOfMonth}`)));
    for (let go = 0; go < 5; go += 1) {
      expect(await changeLastName(again(ctx), wrong(go))).toEqual({ ok: false, error: 'birth_date_differs' });
    }
    expect(await changeLastName(again(ctx), to('Rivera'))).toEqual({ ok: false, error: 'too_many_attempts' });
  });

  it('happens once when asked twice at the same moment', async () => {
    const { ctx, personId, oldName } = await linked({ fully: true });
    const answers = await Promise.all([1, 2, 3].map(() => changeLastName(again(ctx), to('Once'))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error === 'same_name')).toHaveLength(2);
    expect(await formerNames(personId)).toEqual([oldName]);
  });
});

describe('the database by itself', () => {
  it.each([
    ['another educator', true],
    ['a provisional link', false],
  ])('lets %s change no name and add none', async (_who, fully) => {
    const other = await linked({ fully: true });
    const own = await linked({ fully });
    const target = fully ? other : own;
    const renamed = await transact(own.ctx.actor, async (tx) =>
      ok(await tx.update(person).set({ lastName: 'Taken' }).where(eq(person.id, target.personId)).returning()),
    );
    expect(renamed).toEqual({ ok: true, value: [] });
    const added = transact(own.ctx.actor, async (tx) => {
      await tx.insert(previousName).values({ personId: target.personId, lastName: 'Planted' });
      return ok();
    });
    await expect(added).rejects.toMatchObject({ code: '42501' });
    expect(await personOf(target.personId)).toMatchObject({ lastName: target.oldName });
  });

  it.each([
    ['first name', { firstName: 'Other' }],
    ['EIN', { ein: '9999999999' }],
  ])('lets nobody change a %s from the web', async (_what, change) => {
    const { ctx, personId } = await linked({ fully: true });
    const tried = transact(ctx.actor, async (tx) => {
      await tx.update(person).set(change).where(eq(person.id, personId));
      return ok();
    });
    await expect(tried).rejects.toMatchObject({ code: '42501' });
  });
});
