import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { application } from '@/db/schema/applications';
import { previousName } from '@/db/schema/identity';
import { decideApplication } from '@/lib/staff/decide-application';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { queuePlaceOf, queuePlaceText } from '@/lib/staff/model';
import { findApplications, findQueue } from '@/lib/staff/queries';
import { searchOf } from '@/lib/staff/rules';
import { must } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { again, now, signedInStaff } from '@/tests/support/people';
import { approve, filedAdvance, filedRenewal, filedUnlinked, slipFor, value } from './filed';

const { db } = useDatabase();
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

describe('the queue', () => {
  it('is in strict order of receipt and holds neither drafts, unpaid nor closed applications', async () => {
    const [third, first, second] = [
      await filedRenewal({ at: daysAgo(1) }),
      await filedRenewal({ at: daysAgo(9) }),
      await filedRenewal({ at: daysAgo(5) }),
    ];
    const [denied] = [await filedRenewal(), await filedAdvance()];
    const reviewer = await signedInStaff('reviewer');
    value(await decideApplication(reviewer, { reference: denied.reference, outcome: 'denied', reason: 'No' }));
    const { items, total, next } = await findQueue(await signedInStaff('cashier'));
    expect(items.map((item) => item.reference)).toEqual([first, second, third].map((one) => one.reference));
    expect({ total, next }).toEqual({ total: 3, next: undefined });
    expect(items[0]).toMatchObject({ name: `${first.lastName}, Pat`, ein: first.ein, queuedOn: '2026-11-15' });
  });

  it('goes on page by page without losing or repeating one', async () => {
    const auditor = await signedInStaff('auditor');
    const one = await filedRenewal();
    const [row] = await db().select().from(application).where(eq(application.reference, one.reference));
    const copy = must(row, 'the application');
    const places = Array.from({ length: 60 }, (_, at) => at);
    const copies = places.map((at) => ({ ...copy, id: randomUUID(), reference: `AZ${String(at).padStart(6, '0')}`, kind: `copy ${at}` }));
    await db().insert(application).values(copies);
    const first = await findQueue(auditor);
    const second = await findQueue(auditor, queuePlaceOf(queuePlaceText(must(first.next, 'a next page'))));
    const seen = [...first.items, ...second.items].map((item) => item.reference);
    expect(first.items).toHaveLength(50);
    expect(second.next).toBeUndefined();
    expect(new Set(seen).size).toBe(first.total);
  });

  it.each([undefined, '', 'x', '2026-11-24', '2026-02-30.A0000000', "2026-11-24.'; drop"])('begins anew at %j', (text) => {
    expect(queuePlaceOf(text)).toBeUndefined();
  });
});

describe('searching', () => {
  it('finds what was submitted by its reference, its slip, its certificate, the EIN and names', async () => {
    const one = await filedRenewal();
    const reviewer = await signedInStaff('supervisor');
    await approve(reviewer, one);
    const { certificateNumber } = value(await issueCertificate(again(reviewer), one));
    await db().insert(previousName).values({ personId: one.personId, lastName: 'Maiden-Name' });
    const typed = [one.reference, certificateNumber ?? '', one.ein, one.lastName.toUpperCase(), `${one.lastName}, pat`, 'maiden-name'];
    for (const text of typed) {
      const { items } = await findApplications(reviewer, must(searchOf(text), text));
      expect(items.map((item) => item.reference)).toEqual([one.reference]);
    }
    expect((await findApplications(reviewer, must(searchOf(`${one.lastName}, Robin`), 'a search'))).items).toEqual([]);
  });

  it('finds what still waits for its payment, by its slip too, and whoever is not linked yet', async () => {
    const unpaid = await filedAdvance();
    const cashier = await signedInStaff('cashier');
    const slip = must(searchOf(await slipFor(unpaid)), 'a search');
    expect((await findApplications(cashier, slip)).items).toMatchObject([{ reference: unpaid.reference, queuedOn: null }]);
    const unlinked = await filedUnlinked();
    const { items } = await findApplications(cashier, { by: 'name', lastName: 'tester', firstName: 'pat' });
    expect(items).toMatchObject([{ reference: unlinked.reference, ein: null, name: 'Tester, Pat' }]);
  });
});
