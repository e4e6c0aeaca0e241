import { eq } from 'drizzle-orm';
import { person } from '@/db/schema/identity';
import { findMyCertificate } from '@/lib/certificates/my-queries';
import { day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { useDatabase } from '@/tests/support/database';
import { certificateOnFile, signedInEducator } from '@/tests/support/people';
import { linkedEducator } from '@/tests/integration/accounts/linked-educator';

const { db } = useDatabase();

describe('my certificate', () => {
  it('is found by its number, however it is spelled, with the whole name on file', async () => {
    const { ctx, personId, ein, typed } = await linkedEducator();
    await db().update(person).set({ middleName: 'Q.', suffix: 'Jr' }).where(eq(person.id, personId));
    const { number } = await certificateOnFile(personId, { endorsements: ['015', '029'] });
    const found = await findMyCertificate(ctx, formatReference(number).toLowerCase());
    expect(found).toMatchObject({
      holder: `Pat Q. ${typed.lastName} Jr`,
      record: { ein, strength: 'full' },
      certificate: { number, endorsements: ['015', '029'] },
    });
  });

  it('says which later one took its place, also where the record does not name it', async () => {
    const { ctx, personId } = await linkedEducator();
    const earlier = await certificateOnFile(personId, { issuedOn: day('2012-01-15'), expiresOn: day('2017-01-14') });
    const later = await certificateOnFile(personId, { issuedOn: day('2017-01-15') });
    const found = await findMyCertificate(ctx, earlier.number);
    expect(found?.certificate.followedBy).toEqual({ number: later.number, from: '2017-01-15' });
  });

  it('gives no whole name to a provisional link', async () => {
    const { ctx, personId } = await linkedEducator('provisional');
    const { number } = await certificateOnFile(personId);
    expect(await findMyCertificate(ctx, number)).toMatchObject({ holder: null, record: { strength: 'provisional' } });
  });

  it("is absent where it is somebody else's, was never issued, or nothing is linked", async () => {
    const owner = await linkedEducator();
    const { number } = await certificateOnFile(owner.personId);
    const stranger = await linkedEducator();
    expect(await findMyCertificate(stranger.ctx, number)).toBeUndefined();
    expect(await findMyCertificate(owner.ctx, 'K0NE')).toBeUndefined();
    expect(await findMyCertificate(await signedInEducator(), number)).toBeUndefined();
  });
});
