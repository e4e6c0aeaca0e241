import { eq } from 'drizzle-orm';
import { document, documentContent } from '@/db/schema/documents';
import { identityCase } from '@/db/schema/identity';
import { read } from '@/db/transact';
import { mostBytes } from '@/lib/documents/model';
import { findDocument, findDocumentsOfCase } from '@/lib/documents/queries';
import { receiveDocument } from '@/lib/documents/receive-document';
import { offerDocument } from '@/lib/identity/offer-document';
import { must } from '@/lib/shared/result';
import { linkedEducator } from '@/tests/integration/accounts/linked-educator';
import { outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();

const pdf = (size = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 'licence ')]);

async function offered() {
  const { ctx } = await linkedEducator('provisional');
  const answer = await offerDocument(again(ctx));
  const caseId = answer.ok ? answer.value.caseId : '';
  const [row] = await db().select().from(identityCase).where(eq(identityCase.id, caseId));
  return { ctx, caseId, reference: must(row, 'the case').reference };
}

describe('a document', () => {
  it('is kept encrypted, with what staff need to know of it, and read by staff only', async () => {
    const { ctx, caseId, reference } = await offered();
    const file = { fileName: 'C:\\scans\\my licence.pdf', content: pdf() };
    expect(outcome(await receiveDocument(again(ctx), { caseId, file }))).toBe('ok');
    const [kept] = await db().select().from(document).where(eq(document.caseId, caseId));
    expect(kept).toMatchObject({ fileName: 'my licence.pdf', mediaType: 'application/pdf', size: pdf().byteLength });
    const [content] = await db().select().from(documentContent).where(eq(documentContent.documentId, kept?.id ?? ''));
    expect(Buffer.from(content?.ciphertext ?? []).includes('licence')).toBe(false);
    const reviewer = await signedInStaff('reviewer');
    expect(await findDocumentsOfCase(reviewer, reference)).toMatchObject([{ fileName: 'my licence.pdf' }]);
    const found = await findDocument(reviewer, { id: kept?.id ?? '', reference });
    expect(Buffer.from(found?.content ?? []).equals(pdf())).toBe(true);
    for (const role of ['cashier', 'auditor'] as const) {
      const staff = await signedInStaff(role);
      expect(await findDocumentsOfCase(staff, reference)).toEqual([]);
      expect(await findDocument(staff, { id: kept?.id ?? '', reference })).toBeUndefined();
    }
    await expect(read(ctx.actor, (tx) => tx.select().from(documentContent))).rejects.toThrow(/42501/);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty_file'],
    ['a web page', Buffer.from('<html><script>alert(1)</script>'), 'wrong_kind'],
    ['more than 10 MB', pdf(mostBytes), 'too_large'],
  ])('is refused where it is %s', async (_what, content, problem) => {
    const { ctx, caseId } = await offered();
    expect(outcome(await receiveDocument(again(ctx), { caseId, file: { fileName: 'a.pdf', content } }))).toBe(problem);
    expect(await db().select().from(document).where(eq(document.caseId, caseId))).toEqual([]);
  });

  it('is taken twenty times an hour', async () => {
    const { ctx, caseId } = await offered();
    const send = async () => outcome(await receiveDocument(again(ctx), { caseId, file: { fileName: 'a.pdf', content: pdf() } }));
    for (let go = 0; go < 20; go += 1) expect(await send()).toBe('ok');
    expect(await send()).toBe('too_many_attempts');
  });

  it("goes into nobody else's case: the database refuses", async () => {
    const [mine, other] = [await offered(), await offered()];
    const send = receiveDocument(again(mine.ctx), { caseId: other.caseId, file: { fileName: 'a.pdf', content: pdf() } });
    await expect(send).rejects.toThrow(/42501/);
  });
});
