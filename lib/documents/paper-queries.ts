import { and, asc, eq } from 'drizzle-orm';
import { application, requirement } from '@/db/schema/applications';
import { document, documentContent } from '@/db/schema/documents';
import { read } from '@/db/transact';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { allows } from '@/lib/shared/permissions';
import { unsealBytes } from '@/lib/shared/sealed';
import { isUsable, type DocumentContent, type DocumentOfCase } from './queries';

export type FileOfItem = DocumentOfCase & { readonly requirementId: string };

/** What was sent for the items of an application, the oldest first: for those who review it, and for whoever sent it. */
export async function findFilesOfItems(ctx: Ctx<Educator | Staff>, applicationId: string): Promise<FileOfItem[]> {
  if (ctx.actor.kind === 'staff' && !allows(ctx.actor, 'review_applications')) return [];
  const { id, fileName, mediaType, size, receivedAt, scanVerdict } = document;
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({ id, requirementId: requirement.id, fileName, mediaType, size, receivedAt, scanVerdict })
      .from(document)
      .innerJoin(requirement, eq(requirement.id, document.requirementId))
      .where(eq(requirement.applicationId, applicationId))
      .orderBy(asc(receivedAt), asc(id)),
  );
  return rows.map(({ receivedAt: at, ...row }) => ({ ...row, receivedOn: dayInConnecticut(at) }));
}

/** The file itself, for whoever reviews the application. One in which a virus was found is never handed out. */
export async function findFileOfItem(ctx: Ctx<Staff>, { id, reference }: { id: string; reference: string }): Promise<DocumentContent | undefined> {
  if (!allows(ctx.actor, 'review_applications')) return undefined;
  const { fileName, mediaType } = document;
  const [row] = await read(ctx.actor, (tx) =>
    tx
      .select({ fileName, mediaType, ciphertext: documentContent.ciphertext })
      .from(document)
      .innerJoin(documentContent, eq(documentContent.documentId, document.id))
      .innerJoin(requirement, eq(requirement.id, document.requirementId))
      .innerJoin(application, eq(application.id, requirement.applicationId))
      .where(and(eq(document.id, id), eq(application.reference, reference), isUsable)),
  );
  return row && { fileName: row.fileName, mediaType: row.mediaType, content: unsealBytes(row.ciphertext, { column: 'document_content.ciphertext', row: id }) };
}
