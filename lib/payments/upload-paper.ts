import { countWithin } from '@/db/limits';
import { transact, type Tx } from '@/db/transact';
import type { ApplicationRecord } from '@/lib/applications/model';
import { canSend } from '@/lib/applications/policy';
import { canBeUploaded, isMet, requirementState } from '@/lib/applications/requirement-rules';
import { findApplication, findDecision, lockRequirementByReference, refreshStatus, saveRequirement, type RequirementRow } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import type { FileProblem, SentFile } from '@/lib/documents/model';
import { kindOfFile, mostFilesPerItem, paperLimit } from '@/lib/documents/rules';
import { countFilesOfItem, keepDocument } from '@/lib/documents/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { paperOf } from '@/lib/rulebook/rules';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { moneyFacts } from './steps';

/** `item`: the reference on its cover sheet. */
export type UploadPaperInput = { readonly reference: string; readonly item: string; readonly file: SentFile };
type NotWanted = 'already_decided' | 'comes_from_others' | 'not_needed_any_more' | 'too_many_files';
export type UploadPaperError = FileProblem | NotWanted | 'not_found' | 'sent_before' | 'too_many_attempts';

/** Takes a file for an item of the sender's own application: the item has arrived. The same file twice is one file. */
export async function uploadPaper(ctx: Ctx<Educator>, input: UploadPaperInput): Promise<Result<{ reference: string }, UploadPaperError>> {
  const kind = kindOfFile(input.file);
  if (!kind.ok) return kind;
  const mediaType = kind.value;
  return transact(ctx.actor, async (tx) => {
    if (!(await countWithin(tx, paperLimit, ctx.actor.accountId, ctx.now))) return err('too_many_attempts');
    const application = await findApplication(tx, input.reference, 'lock');
    if (!application || !canSend(ctx.actor, application)) return err('not_found');
    const row = await lockRequirementByReference(tx, application.id, input.item);
    if (!row) return err('not_found');
    const notWanted = await whyNotWanted(tx, application, row);
    if (notWanted) return err(notWanted);
    const { reference } = application;
    if (!(await keepDocument(tx, ctx, { requirementId: row.id }, { ...input.file, mediaType }))) {
      return requirementState(row) === 'received' ? ok({ reference }) : err('sent_before');
    }
    await saveRequirement(tx, row.id, { receivedAt: ctx.now, receivedOn: dayInConnecticut(ctx.now), receivedHow: 'upload' });
    const status = await refreshStatus(tx, application, await moneyFacts(tx, application.id), ctx.now);
    const details = { paper: row.paper, how: 'upload', size: input.file.content.byteLength, mediaType, status };
    await recordAudit(tx, ctx, { type: 'requirement_received', subject: { kind: 'application', id: application.id }, details });
    return ok({ reference });
  });
}

async function whyNotWanted(tx: Tx, { id, closedAt }: ApplicationRecord, row: RequirementRow): Promise<NotWanted | undefined> {
  if (closedAt || (await findDecision(tx, id))) return 'already_decided';
  if (!canBeUploaded(paperOf(await loadRuleSet(tx), row.paper).owedBy)) return 'comes_from_others';
  if (isMet(requirementState(row))) return 'not_needed_any_more';
  return (await countFilesOfItem(tx, row.id)) >= mostFilesPerItem ? 'too_many_files' : undefined;
}
