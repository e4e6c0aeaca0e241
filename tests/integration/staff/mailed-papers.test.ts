import { eq } from 'drizzle-orm';
import { requirement } from '@/db/schema/applications';
import { checksOut } from '@/lib/shared/check-characters';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { findMailedPapers } from '@/lib/staff/paper-queries';
import { receivePaper } from '@/lib/staff/receive-paper';
import { mailedPaperInput } from '@/lib/staff/requirement-model';
import { later } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff } from '@/tests/support/people';
import { applicationOf, approve, filedFirst, slipFor, moneyOrder, value } from './filed';
import { recordInstrument } from '@/lib/payments/record-instrument';

const { db } = useDatabase();

async function queued() {
  const one = await filedFirst();
  const cashier = await signedInStaff('cashier');
  value(await recordInstrument(cashier, moneyOrder(await slipFor(one), 50)));
  const items = await db().select().from(requirement).where(eq(requirement.applicationId, (await applicationOf(one)).id));
  return { one, cashier, transcripts: must(items.find(({ paper }) => paper === 'transcripts'), 'transcripts') };
}

describe('a paper that comes by mail', () => {
  it('is found by the reference on its cover sheet, which has a check character and is nobody else’s', async () => {
    const { one, cashier, transcripts } = await queued();
    expect([transcripts.reference.charAt(0), checksOut(transcripts.reference)]).toEqual(['D', true]);
    const found = await findMailedPapers(cashier, transcripts.reference);
    expect(found).toMatchObject([{ applicationReference: one.reference, item: { id: transcripts.id, state: 'asked' } }]);
    const references = await db().select({ reference: requirement.reference }).from(requirement);
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(references.length);
  });

  it('is found among all that its application waits for, but for what the Bureau looks up itself', async () => {
    const { one, cashier } = await queued();
    const found = await findMailedPapers(cashier, one.reference);
    expect(found.map(({ item }) => item.paper.key).toSorted()).toEqual(['program_recommendation', 'transcripts']);
    expect(await findMailedPapers(await signedInStaff('auditor'), one.reference)).toEqual([]);
    expect(await findMailedPapers(cashier, "D' or true --")).toEqual([]);
  });

  it('is received under its date stamp, and not once the application is closed', async () => {
    const { one, cashier, transcripts } = await queued();
    const input = { reference: one.reference, requirement: transcripts.id, receivedOn: day('2026-11-20'), how: 'mail' } as const;
    value(await receivePaper(again(cashier, later(1)), input));
    const [paper] = await findMailedPapers(cashier, transcripts.reference);
    expect(paper?.item).toMatchObject({ state: 'received', receivedOn: '2026-11-20' });
    await approve(again(await signedInStaff('reviewer'), later(2)), one);
    expect((await findMailedPapers(cashier, transcripts.reference))[0]?.item.state).toBe('accepted');
  });

  it.each([
    ['', /^Type or scan/],
    ['D000', /^Check the reference/],
    ['x'.repeat(500), /^Check the reference/],
  ])('is asked for again where %j is typed', (item, says) => {
    const parsed = mailedPaperInput.safeParse({ item, receivedOn: '11/24/2026', how: 'mail' });
    expect(parsed.error?.issues[0]?.message).toMatch(says);
  });
});
