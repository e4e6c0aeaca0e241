import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { promisedBy } from '@/lib/identity/rules';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { caseEvent, forIdentity, lockOpenCase, type CaseRefusal, type Settled } from './decision-steps';
import { saveCase } from './identity-store';
import { canReviewIdentity } from './policy';
import { addressOf } from './wording-rules';

export type AskForDocumentInput = { readonly reference: string; readonly askedFor: string };
export type AskForDocumentError = CaseRefusal | 'not_allowed' | 'nobody_to_ask';

/** Asks whoever waits for a document, in words they read, and promises a new date. The case stays open. */
export async function askForDocument(ctx: Ctx<Staff>, input: AskForDocumentInput): Promise<Result<Settled, AskForDocumentError>> {
  if (!canReviewIdentity(ctx.actor)) return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const opened = await lockOpenCase(tx, ctx, input.reference);
    if (!opened.ok) return opened;
    const to = addressOf(opened.value);
    if (!to) return err('nobody_to_ask');
    const caseId = opened.value.id;
    const by = promisedBy(dayInConnecticut(ctx.now));
    await saveCase(tx, caseId, { askedFor: input.askedFor, askedAt: ctx.now, promisedBy: by });
    const message = { kind: 'document_asked', dedupeKey: `document_asked:${ctx.requestId}:${caseId}`, to, payload: { caseId } };
    await stageMessage(tx, message, ctx.now);
    await recordAudit(tx, forIdentity(ctx), caseEvent('identity_document_asked', opened.value));
    return ok({ reference: input.reference });
  });
}
