import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { requirement } from '@/db/schema/applications';
import { document } from '@/db/schema/documents';
import { findFileOfItem, findFilesOfItems } from '@/lib/documents/paper-queries';
import { scan } from '@/lib/documents/scanner';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { uploadPaper } from '@/lib/payments/upload-paper';
import { must } from '@/lib/shared/result';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { scanDocument } from '@/lib/staff/scan-document';
import { applicationOf, audited, filedFirst, messagesTo, moneyOrder, slipFor, value } from '@/tests/integration/staff/filed';
import { later } from '@/tests/support/accounts';
import { useDatabase } from '@/tests/support/database';
import { files } from '@/tests/support/files';
import { again, signedInStaff, workerCtx } from '@/tests/support/people';

const { db } = useDatabase();

/** What every scanner takes for a virus, and nothing else does. In two parts, so that this file is none. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const infected = () => Buffer.concat([files.pdf(200_000), eicar]);

/** Speaks clamd's INSTREAM as its manual says, and finds EICAR. */
function answerAsClamd(socket: Socket): void {
  let received = Buffer.alloc(0);
  socket.on('data', (some: Buffer) => {
    received = Buffer.concat([received, some]);
    const content = contentOf(received);
    if (content) socket.end(content.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  });
}

/** `undefined` until the chunk without a length has come. */
function contentOf(received: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

let clamd: Server;
let address: string;
beforeAll(async () => {
  clamd = createServer(answerAsClamd);
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(clamd.address() as AddressInfo).port}`;
});
afterAll(() => clamd.close());

async function sent(content: Buffer) {
  const one = await filedFirst();
  value(await recordInstrument(await signedInStaff('cashier'), moneyOrder(await slipFor(one), 50)));
  const reviewer = await signedInStaff('reviewer');
  value(await askForPaper(reviewer, { reference: one.reference, paper: 'test_scores', about: '' }));
  const application = await applicationOf(one);
  const items = await db().select().from(requirement).where(eq(requirement.applicationId, application.id));
  const item = must(items.find(({ paper }) => paper === 'test_scores'), 'the item');
  const send = async (file: Buffer) =>
    value(await uploadPaper(again(one.ctx, later(1)), { reference: one.reference, item: item.reference, file: { fileName: 'a.pdf', content: file } }));
  await send(content);
  const [kept] = await db().select().from(document).where(eq(document.requirementId, item.id));
  const state = async () => must((await db().select().from(requirement).where(eq(requirement.id, item.id)))[0], 'the item');
  return { one, reviewer, application, send, state, documentId: must(kept, 'the file').id };
}

describe('a file that was sent', () => {
  it('is clean, or has a virus in it, as the scanner says', async () => {
    expect(await scan(files.pdf(300_000), address)).toBe('clean');
    expect(await scan(infected(), address)).toBe('infected');
  });

  it('waits where the scanner does not answer, or not in words that we know', async () => {
    await expect(scan(files.pdf(), '127.0.0.1:1')).rejects.toThrow('scanner_unreachable');
    const other = createServer((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0').resume());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(scan(files.pdf(), `127.0.0.1:${port}`)).rejects.toThrow(/scanner_(cannot_say|unreachable)/);
    other.close();
  });

  it('is looked at once, and shown as before where it is clean', async () => {
    const { one, reviewer, application, state, documentId } = await sent(files.pdf());
    for (let go = 0; go < 2; go += 1) value(await scanDocument(workerCtx(later(2)), { documentId, address }));
    expect(await findFilesOfItems(reviewer, application.id)).toMatchObject([{ scanVerdict: 'clean' }]);
    expect(await findFileOfItem(reviewer, { id: documentId, reference: one.reference })).toBeDefined();
    expect(await state()).toMatchObject({ receivedHow: 'upload' });
    expect(await audited(application.id, 'document_scanned')).toHaveLength(1);
  });

  it('is never shown where it has a virus; its item is asked for again and its sender told', async () => {
    const { one, reviewer, application, state, documentId } = await sent(infected());
    value(await scanDocument(workerCtx(later(2)), { documentId, address }));
    expect(await findFilesOfItems(again(one.ctx), application.id)).toMatchObject([{ scanVerdict: 'infected' }]);
    expect(await findFileOfItem(reviewer, { id: documentId, reference: one.reference })).toBeUndefined();
    expect(await state()).toMatchObject({ receivedAt: null, receivedOn: null, receivedHow: null });
    expect(await messagesTo(one.ctx.actor.accountId, 'file_infected')).toHaveLength(1);
  });

  it('with a virus leaves an item received that has another file', async () => {
    const { send, state, documentId } = await sent(infected());
    await send(files.pdf());
    value(await scanDocument(workerCtx(later(2)), { documentId, address }));
    expect(await state()).toMatchObject({ receivedHow: 'upload' });
  });
});
