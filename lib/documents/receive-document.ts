import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import type { FileProblem, SentFile } from './model';
import { kindOfFile, uploadLimit } from './rules';
import { keepDocument } from './steps';

/** Keeps a file for a case of the sender's own, encrypted. Whoever sent it cannot fetch it again; staff can. */
export async function receiveDocument(
  ctx: Ctx<Educator>,
  { caseId, file }: { readonly caseId: string; readonly file: SentFile },
): Promise<Result<void, FileProblem | 'too_many_attempts'>> {
  const kind = kindOfFile(file);
  if (!kind.ok) return kind;
  const mediaType = kind.value;
  return transact(ctx.actor, async (tx) => {
    if (!(await countWithin(tx, uploadLimit, ctx.actor.accountId, ctx.now))) return err('too_many_attempts');
    await keepDocument(tx, ctx, { caseId }, { ...file, mediaType });
    const details = { size: file.content.byteLength, mediaType };
    await recordAudit(tx, ctx, { type: 'document_received', subject: { kind: 'identity_case', id: caseId }, details });
    return ok();
  });
}
