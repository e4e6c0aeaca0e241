import { createHash, randomUUID } from 'node:crypto';
import { and, count, eq, isNull, max } from 'drizzle-orm';
import { document, documentContent } from '@/db/schema/documents';
import type { Tx } from '@/db/transact';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { sealBytes, unsealBytes } from '@/lib/shared/sealed';
import { plainFileName, type MediaType, type SentFile } from './model';
import { isUsable } from './queries';
import type { ScanVerdict } from './scanner';

export type FileToKeep = SentFile & { readonly mediaType: MediaType };
type SentFor = { readonly caseId: string } | { readonly requirementId: string };

/** Keeps a file, encrypted. `undefined` where the same content was sent for the same item before. */
export async function keepDocument(tx: Tx, ctx: Ctx<Educator>, sentFor: SentFor, file: FileToKeep): Promise<string | undefined> {
  const { content, fileName, mediaType } = file;
  const id = randomUUID();
  const about = { mediaType, size: content.byteLength, sha256: createHash('sha256').update(content).digest() };
  const row = { id, accountId: ctx.actor.accountId, ...sentFor, fileName: plainFileName(fileName), ...about, receivedAt: ctx.now };
  const [kept] = await tx.insert(document).values(row).onConflictDoNothing().returning({ id: document.id });
  if (!kept) return undefined;
  await tx.insert(documentContent).values({ documentId: id, ciphertext: sealBytes(content, { column: 'document_content.ciphertext', row: id }) });
  await stageScan(tx, id, ctx.now);
  return id;
}

// Where there is no scanner, a file stays as it is: not scanned.
async function stageScan(tx: Tx, documentId: string, now: Date): Promise<void> {
  if (env().CLAMD_ADDRESS === undefined) return;
  await enqueue(tx, { kind: 'scan_document', dedupeKey: `scan_document:${documentId}`, payload: { documentId }, at: now, now });
}

export type DocumentRow = typeof document.$inferSelect;

/** What is in a file, and what is known of it. */
export async function readDocument(tx: Tx, id: string): Promise<(DocumentRow & { readonly content: Uint8Array }) | undefined> {
  const [row] = await tx.select().from(document).innerJoin(documentContent, eq(documentContent.documentId, document.id)).where(eq(document.id, id));
  return row && { ...row.document, content: unsealBytes(row.document_content.ciphertext, { column: 'document_content.ciphertext', row: id }) };
}

/** `false` where another worker has written it down. */
export async function saveVerdict(tx: Tx, id: string, scanVerdict: ScanVerdict, now: Date): Promise<boolean> {
  const saved = await tx.update(document).set({ scanVerdict, scannedAt: now }).where(and(eq(document.id, id), isNull(document.scanVerdict)));
  return saved.count === 1;
}

/** When the latest file came in which no virus was found. */
export async function lastUsableFile(tx: Tx, requirementId: string): Promise<Date | null> {
  const [row] = await tx.select({ at: max(document.receivedAt) }).from(document).where(and(eq(document.requirementId, requirementId), isUsable));
  return row?.at ?? null;
}

/** How many files were sent for an item of an application. */
export async function countFilesOfItem(tx: Tx, requirementId: string): Promise<number> {
  const [row] = await tx.select({ files: count() }).from(document).where(eq(document.requirementId, requirementId));
  return row?.files ?? 0;
}
