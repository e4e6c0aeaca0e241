import { and, eq } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { claim, personContact } from '@/db/schema/identity';
import { transact } from '@/db/transact';
import { contactInput } from '@/lib/identity/contact-model';
import { findMyProfile } from '@/lib/identity/contact-queries';
import { saveContact } from '@/lib/identity/save-contact';
import { ok } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { again, signedInEducator } from '@/tests/support/people';
import { linkedEducator } from './linked-educator';

const { db } = useDatabase();

const typed = { addressLine1: '12 Elm St', addressLine2: '', city: 'Hartford', state: 'CT', postalCode: '06103', phone: '(860) 555-0123' };
const address = contactInput.parse(typed);

const contactOf = async (personId: string) =>
  (await db().select().from(personContact).where(eq(personContact.personId, personId)))[0];
const changesOf = (personId: string) =>
  db()
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.type, 'profile_changed'), eq(auditEvent.subjectId, personId)));

describe('saving address and phone', () => {
  it('keeps them on the record, the email on file untouched, and names only the fields in the trail', async () => {
    const { ctx, personId } = await linkedEducator();
    const before = await contactOf(personId);
    expect(await saveContact(ctx, address)).toEqual({ ok: true, value: undefined });
    expect(await contactOf(personId)).toMatchObject({
      addressLine1: '12 Elm St',
      addressLine2: null,
      city: 'Hartford',
      state: 'CT',
      postalCode: '06103',
      phone: '860-555-0123',
      email: before?.email,
      updatedAt: ctx.now,
    });
    const [event] = await changesOf(personId);
    expect(event?.details).toEqual({ fields: ['addressLine1', 'city', 'state', 'postalCode', 'phone'] });
    expect(event?.actorId).toBe(ctx.actor.accountId);
  });

  it('is shown to its owner only', async () => {
    const { ctx } = await linkedEducator();
    await saveContact(ctx, address);
    const stranger = await linkedEducator();
    expect((await findMyProfile(ctx)).contact).toMatchObject({ city: 'Hartford', phone: '860-555-0123' });
    expect((await findMyProfile(stranger.ctx)).contact).toMatchObject({ city: null });
  });

  it('writes nothing where nothing is different', async () => {
    const { ctx, personId } = await linkedEducator();
    await saveContact(ctx, address);
    await saveContact(again(ctx), address);
    expect(await changesOf(personId)).toHaveLength(1);
  });

  it('can take a phone number and the second line away again', async () => {
    const { ctx, personId } = await linkedEducator();
    await saveContact(ctx, contactInput.parse({ ...typed, addressLine2: 'Apt 3' }));
    await saveContact(again(ctx), contactInput.parse({ ...typed, phone: '' }));
    expect(await contactOf(personId)).toMatchObject({ addressLine2: null, phone: null });
  });

  it('is refused where the link is still provisional', async () => {
    const { ctx, personId } = await linkedEducator('provisional');
    expect(await saveContact(ctx, address)).toEqual({ ok: false, error: 'link_not_full' });
    expect(await contactOf(personId)).toMatchObject({ addressLine1: null });
    expect(await changesOf(personId)).toEqual([]);
  });

  it('is refused where there is no record yet', async () => {
    expect(await saveContact(await signedInEducator(), address)).toEqual({ ok: false, error: 'not_found' });
  });

  it('is refused once the link has ended', async () => {
    const { ctx, personId } = await linkedEducator();
    await db().update(claim).set({ endedAt: ctx.now, endedBecause: 'test' }).where(eq(claim.personId, personId));
    expect(await saveContact(ctx, address)).toEqual({ ok: false, error: 'not_found' });
  });
});

describe('the database by itself', () => {
  it.each([
    ['somebody else', 'full'],
    ['a provisional link', 'provisional'],
  ] as const)('lets %s neither see nor change an address', async (_who, strength) => {
    const { ctx, personId: own } = await linkedEducator(strength);
    const target = strength === 'full' ? (await linkedEducator()).personId : own;
    const tried = await transact(ctx.actor, async (tx) => {
      const seen = await tx.select().from(personContact).where(eq(personContact.personId, target));
      const changed = await tx.update(personContact).set({ city: 'Elsewhere' }).where(eq(personContact.personId, target)).returning();
      return ok({ seen, changed });
    });
    expect(tried).toEqual({ ok: true, value: { seen: [], changed: [] } });
    expect((await contactOf(target))?.city).toBeNull();
  });
});
