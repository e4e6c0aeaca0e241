import { createHash, randomUUID } from 'node:crypto';
import { countWithin } from '@/db/limits';
import { document, documentContent } from '@/db/schema/documents';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import { sealBytes } from '@/lib/shared/sealed';
import { mediaTypeOf, mostBytes, plainFileName, type FileProblem, type SentFile } from './model';
import { uploadLimit } from './rules';

/** Keeps a file for a case of the sender's own, encrypted. Whoever sent it cannot fetch it again; staff can. */
export async function receiveDocument(
  ctx: Ctx<Educator>,
  { caseId, file }: { readonly caseId: string; readonly file: SentFile },
): Promise<Result<{ readonly id: string }, FileProblem | 'too_many_attempts'>> {
  const { accountId } = ctx.actor;
  const { content, fileName } = file;
  if (content.byteLength === 0) return err('no_file');
  if (content.byteLength > mostBytes) return err('too_large');
  const mediaType = mediaTypeOf(content);
  if (!mediaType) return err('wrong_kind');
  return transact(ctx.actor, async (tx) => {
    if (!(await countWithin(tx, uploadLimit, accountId, ctx.now))) return err('too_many_attempts');
    const id = randomUUID();
    const about = { mediaType, size: content.byteLength, sha256: createHash('sha256').update(content).digest() };
    await tx.insert(document).values({ id, accountId, caseId, fileName: plainFileName(fileName), ...about, receivedAt: ctx.now });
    const ciphertext = sealBytes(content, { column: 'document_content.ciphertext', row: id });
    await tx.insert(documentContent).values({ documentId: id, ciphertext });
    const details = { size: about.size, mediaType };
    await recordAudit(tx, ctx, { type: 'document_received', subject: { kind: 'identity_case', id: caseId }, details });
    return ok({ id });
  });
}
