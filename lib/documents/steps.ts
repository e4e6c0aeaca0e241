import { createHash, randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import { document, documentContent } from '@/db/schema/documents';
import type { Tx } from '@/db/transact';
import type { Ctx, Educator } from '@/lib/shared/context';
import { sealBytes } from '@/lib/shared/sealed';
import { plainFileName, type MediaType, type SentFile } from './model';

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
  return id;
}

/** How many files were sent for an item of an application. */
export async function countFilesOfItem(tx: Tx, requirementId: string): Promise<number> {
  const [row] = await tx.select({ files: count() }).from(document).where(eq(document.requirementId, requirementId));
  return row?.files ?? 0;
}
