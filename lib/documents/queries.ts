import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import { document, documentContent } from '@/db/schema/documents';
import { identityCase } from '@/db/schema/identity';
import { read } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { allows } from '@/lib/shared/permissions';
import { unsealBytes } from '@/lib/shared/sealed';
import type { MediaType } from './model';
import type { ScanVerdict } from './scanner';

export type DocumentOfCase = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly size: number;
  readonly receivedOn: Day;
  /** None: nobody has looked for viruses in it. */
  readonly scanVerdict: ScanVerdict | null;
};

/** What was sent for a case, the oldest first. */
export async function findDocumentsOfCase(ctx: Ctx<Staff>, reference: string): Promise<DocumentOfCase[]> {
  if (!allows(ctx.actor, 'review_identity')) return [];
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({ id: document.id, fileName: document.fileName, mediaType: document.mediaType, size: document.size, receivedAt: document.receivedAt, scanVerdict: document.scanVerdict })
      .from(document)
      .innerJoin(identityCase, eq(identityCase.id, document.caseId))
      .where(eq(identityCase.reference, reference))
      .orderBy(asc(document.receivedAt)),
  );
  return rows.map(({ receivedAt, ...row }) => ({ ...row, receivedOn: dayInConnecticut(receivedAt) }));
}

/** One in which a virus was found is never handed out. */
export const isUsable = or(isNull(document.scanVerdict), ne(document.scanVerdict, 'infected'));

export type DocumentContent = { readonly fileName: string; readonly mediaType: MediaType; readonly content: Uint8Array };

/** The file itself, for whoever reviews its case. */
export async function findDocument(ctx: Ctx<Staff>, { id, reference }: { id: string; reference: string }): Promise<DocumentContent | undefined> {
  if (!allows(ctx.actor, 'review_identity')) return undefined;
  const [row] = await read(ctx.actor, (tx) =>
    tx
      .select({ fileName: document.fileName, mediaType: document.mediaType, ciphertext: documentContent.ciphertext })
      .from(document)
      .innerJoin(documentContent, eq(documentContent.documentId, document.id))
      .innerJoin(identityCase, eq(identityCase.id, document.caseId))
      .where(and(eq(document.id, id), eq(identityCase.reference, reference), isUsable)),
  );
  return row && { fileName: row.fileName, mediaType: row.mediaType, content: unsealBytes(row.ciphertext, { column: 'document_content.ciphertext', row: id }) };
}
