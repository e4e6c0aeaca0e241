import { eq } from 'drizzle-orm';
import { application, requirement } from '@/db/schema/applications';
import { read, transact, type Tx } from '@/db/transact';
import { findDecision, lockApplicationById, lockRequirement, refreshStatus, saveRequirement } from '@/lib/applications/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { scan } from '@/lib/documents/scanner';
import { lastUsableFile, readDocument, saveVerdict, type DocumentRow } from '@/lib/documents/steps';
import { stageMessage } from '@/lib/mail/steps';
import { moneyFacts } from '@/lib/payments/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';

export type ScanInput = { readonly documentId: string; /** Of the scanner. */ readonly address: string };

/**
 * Has a file looked at for viruses. One in which something is found is never shown again; an item that has no other file is asked
 * for again, and whoever sent it is told.
 */
export async function scanDocument(ctx: Ctx<Worker>, { documentId, address }: ScanInput): Promise<Result<void, 'not_allowed' | 'not_found'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  const found = await read(ctx.actor, (tx) => readDocument(tx, documentId));
  if (!found) return err('not_found');
  if (found.scanVerdict !== null) return ok();
  const verdict = await scan(found.content, address);
  return transact(ctx.actor, async (tx) => {
    const applicationId = await lockOwner(tx, found);
    if (!(await saveVerdict(tx, documentId, verdict, ctx.now))) return ok();
    if (verdict === 'infected' && found.requirementId && applicationId) await askAgain(tx, ctx, applicationId, found.requirementId);
    if (verdict === 'infected') {
      const message = { kind: 'file_infected', dedupeKey: `file_infected:${documentId}`, payload: { documentId } };
      await stageMessage(tx, { ...message, to: { accountId: found.accountId } }, ctx.now);
    }
    const subject = applicationId ? ({ kind: 'application', id: applicationId } as const) : ({ kind: 'account', id: found.accountId } as const);
    await recordAudit(tx, ctx, { type: 'document_scanned', subject, details: { verdict } });
    return ok();
  });
}

async function lockOwner(tx: Tx, { requirementId }: DocumentRow): Promise<string | undefined> {
  if (!requirementId) return undefined;
  const [row] = await tx
    .select({ id: application.id })
    .from(requirement)
    .innerJoin(application, eq(application.id, requirement.applicationId))
    .where(eq(requirement.id, requirementId));
  return row && (await lockApplicationById(tx, row.id))?.id;
}

async function askAgain(tx: Tx, { now }: Ctx<Worker>, applicationId: string, requirementId: string): Promise<void> {
  const owner = await lockApplicationById(tx, applicationId);
  const row = await lockRequirement(tx, applicationId, requirementId);
  const isOpen = owner?.closedAt === null && !(await findDecision(tx, applicationId));
  if (!owner || !isOpen || row?.receivedHow !== 'upload') return;
  if ((await lastUsableFile(tx, requirementId)) !== null) return;
  await saveRequirement(tx, requirementId, { receivedAt: null, receivedOn: null, receivedHow: null });
  await refreshStatus(tx, owner, await moneyFacts(tx, applicationId), now);
}
