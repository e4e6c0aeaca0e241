import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { requirement } from '@/db/schema/applications';
import { document } from '@/db/schema/documents';
import { mostBytes } from '@/lib/documents/model';
import { findFileOfItem, findFilesOfItems } from '@/lib/documents/paper-queries';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { uploadPaper } from '@/lib/payments/upload-paper';
import type { Ctx, Educator } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { reviewApplication } from '@/lib/staff/review-application';
import { applicationOf, approve, audited, filedFirst, moneyOrder, slipFor, value, type Filed } from '@/tests/integration/staff/filed';
import { later, outcome } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { asArchive, files } from '@/tests/support/files';
import { again, signedInEducator, signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();
const refused = (error: string) => ({ ok: false, error });

/** An application in the queue, for which test scores are asked: the educator sends those. */
async function asked() {
  const one = await filedFirst();
  value(await recordInstrument(await signedInStaff('cashier'), moneyOrder(await slipFor(one), 50)));
  const reviewer = await signedInStaff('reviewer');
  value(await askForPaper(reviewer, { reference: one.reference, paper: 'test_scores', about: '' }));
  return { one, reviewer, item: await itemOf(one, 'test_scores') };
}

async function itemOf(one: Filed, paper: string) {
  const rows = await db().select().from(requirement).where(eq(requirement.applicationId, (await applicationOf(one)).id));
  return must(rows.find((row) => row.paper === paper), paper);
}

const filesOf = async ({ id }: { id: string }) => db().select().from(document).where(eq(document.requirementId, id));

type Sent = { readonly reference: string; readonly item: { readonly reference: string } };
const send = (ctx: Ctx<Educator>, { reference, item }: Sent, content: Buffer = files.pdf(), fileName = 'scores.pdf') =>
  uploadPaper({ ...ctx, requestId: randomUUID() }, { reference, item: item.reference, file: { fileName, content } });

describe('a paper sent by its applicant', () => {
  it.each([
    ['application/pdf', files.pdf()],
    ['image/jpeg', files.jpeg()],
    ['image/png', files.png()],
    ['image/heic', files.heic()],
  ])('arrives as %s, and reviewers alone open it', async (mediaType, content) => {
    const { one, reviewer, item } = await asked();
    value(await send(one.ctx, { reference: one.reference, item }, content, '../../etc/Scores.bin'));
    expect(await itemOf(one, 'test_scores')).toMatchObject({ receivedHow: 'upload', receivedOn: '2026-11-24', judgement: null });
    const application = await applicationOf(one);
    const [mine] = await findFilesOfItems(again(one.ctx), application.id);
    expect(mine).toMatchObject({ fileName: 'Scores.bin', mediaType, requirementId: item.id, scanVerdict: null });
    const about = { id: mine?.id ?? '', reference: one.reference };
    expect(Buffer.from((await findFileOfItem(reviewer, about))?.content ?? []).equals(content)).toBe(true);
    for (const role of ['cashier', 'auditor'] as const) {
      const staff = await signedInStaff(role);
      expect(await findFilesOfItems(staff, application.id)).toEqual([]);
      expect(await findFileOfItem(staff, about)).toBeUndefined();
    }
    expect(await findFilesOfItems(await signedInEducator(), application.id)).toEqual([]);
    expect((await audited(application.id, 'requirement_received')).map(({ details }) => details)).toMatchObject([{ paper: 'test_scores', how: 'upload', mediaType }]);
  });

  it('is looked at again by the desk: the status says so', async () => {
    const { one, reviewer, item } = await asked();
    value(await reviewApplication(again(reviewer, later(1)), one));
    expect((await applicationOf(one)).status).toBe('missing_credentials');
    value(await send(again(one.ctx, later(2)), { reference: one.reference, item }, files.pdf()));
    expect((await applicationOf(one)).status).toBe('waiting_review');
  });

  it('counts once, however often the same file is sent at once', async () => {
    const { one, item } = await asked();
    const content = files.pdf();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(one.ctx, { reference: one.reference, item }, content)));
    expect(answers.map(outcome)).toEqual(Array.from({ length: 10 }, () => 'ok'));
    expect(await filesOf(item)).toHaveLength(1);
    expect(await audited((await applicationOf(one)).id, 'requirement_received')).toHaveLength(1);
    value(await send(one.ctx, { reference: one.reference, item }));
    expect(await filesOf(item)).toHaveLength(2);
  });

  it('that was refused is not taken again; another one is', async () => {
    const { one, reviewer, item } = await asked();
    const about = { reference: one.reference, item };
    const content = files.pdf();
    value(await send(one.ctx, about, content));
    value(await judgeRequirement(again(reviewer, later(1)), { reference: one.reference, requirement: item.id, verdict: 'unreadable' }));
    expect(await send(again(one.ctx, later(2)), about, content)).toEqual(refused('sent_before'));
    value(await send(again(one.ctx, later(2)), about, files.pdf()));
    value(await judgeRequirement(again(reviewer, later(3)), { reference: one.reference, requirement: item.id, verdict: 'accepted' }));
    expect(await send(again(one.ctx, later(4)), about, files.pdf())).toEqual(refused('not_needed_any_more'));
  });

  it('is not taken where others owe it, for somebody else’s application, or once it is decided', async () => {
    const { one, reviewer, item } = await asked();
    const { reference } = one;
    for (const paper of ['transcripts', 'program_recommendation', 'background_check']) {
      expect(await send(one.ctx, { reference, item: await itemOf(one, paper) })).toEqual(refused('comes_from_others'));
    }
    const other = await asked();
    expect(await send(other.one.ctx, { reference, item })).toEqual(refused('not_found'));
    expect(await send(other.one.ctx, { reference: other.one.reference, item })).toEqual(refused('not_found'));
    expect(await send(one.ctx, { reference, item: { reference: "D'; drop table document; --" } })).toEqual(refused('not_found'));
    await approve(again(reviewer, later(1)), one);
    expect(await send(again(one.ctx, later(2)), { reference, item }, files.pdf())).toEqual(refused('already_decided'));
    expect(await filesOf(item)).toEqual([]);
  });

  it('has at most thirty files', async () => {
    const { one, item } = await asked();
    const about = { reference: one.reference, item };
    for (let sent = 0; sent < 30; sent += 1) value(await send(one.ctx, about));
    expect(await send(one.ctx, about)).toEqual(refused('too_many_files'));
  });
});

describe('a hostile file', () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  const starts = ['PK\u0003\u0004', 'MZ', '\u007fELF', 'GIF89a', '<svg onload=alert(1)>', '{\\rtf1', 'Rar!\u001a\u0007', '#!/bin/sh\n', '\u001f\u008b', 'II*\0'];
  const hostile: readonly (readonly [string, Buffer, string])[] = [
    ['nothing', Buffer.alloc(0), 'empty_file'],
    ['more than 10 MB', files.pdf(mostBytes), 'too_large'],
    ['a page that says it is a PDF further on', Buffer.concat([page, files.pdf()]), 'wrong_kind'],
    ['one byte before a PDF', Buffer.concat([Buffer.from(' '), files.pdf()]), 'wrong_kind'],
    ['a PDF that is an archive', asArchive(files.pdf()), 'wrong_kind'],
    ['a JPEG that is an archive with a comment', asArchive(files.jpeg(), 'x'.repeat(300)), 'wrong_kind'],
    ['a HEIC that is an archive', asArchive(files.heic()), 'wrong_kind'],
    ['a PNG that unfolds into 30 GB', files.png(100_000, 100_000), 'wrong_kind'],
    ['a PNG that claims four billion pixels in a row', files.png(0xffffffff, 1), 'wrong_kind'],
    ['a film', Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isommp42'.padEnd(60)), 'wrong_kind'],
    ...starts.map((start) => [`what starts with ${JSON.stringify(start)}`, Buffer.from(start.padEnd(200, 'x'), 'latin1'), 'wrong_kind'] as const),
  ];

  it.each(hostile)('is refused: %s', async (_what, content, problem) => {
    const { one, item } = await shared();
    expect(await send(one.ctx, { reference: one.reference, item }, content)).toEqual(refused(problem));
    expect(await filesOf(item)).toEqual([]);
  });

  it('of 200 with any content is never taken, and never an error', async () => {
    const { one, item } = await shared();
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).filter(([first]) => first !== 0x25 && first !== 0xff && first !== 0x89),
      fc.uint8Array({ maxLength: 100 }).map((bytes) => asArchive(Buffer.concat([files.pdf(10), bytes]))),
      fc.uint8Array({ minLength: 1, maxLength: 100 }).map((bytes) => Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), bytes])),
    );
    const attempt = async (bytes: Uint8Array, fileName: string) => {
      const sent = await send(one.ctx, { reference: one.reference, item }, Buffer.from(bytes), fileName);
      expect(['empty_file', 'wrong_kind']).toContain(outcome(sent));
    };
    await fc.assert(fc.asyncProperty(anything, fc.string({ unit: 'binary', maxLength: 200 }), attempt), { numRuns: 200 });
    expect(await filesOf(item)).toEqual([]);
  });

  let made: ReturnType<typeof asked> | undefined;
  const shared = () => (made ??= asked());
});
