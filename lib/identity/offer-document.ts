import { randomUUID } from 'node:crypto';
import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { findMyRecord } from './queries';
import { lockAccount } from './registration-store';
import { promisedBy } from './rules';
import { findOpenCaseOf, insertCase } from './store';

/**
 * The way that needs nothing on file: an identity document, sent or shown, looked at by a promised date. Opens the case that
 * it is looked at in; said again, it is the same case.
 */
export async function offerDocument(ctx: Ctx<Educator>): Promise<Result<{ readonly caseId: string }, 'nothing_to_confirm'>> {
  const { accountId } = ctx.actor;
  return transact(ctx.actor, async (tx) => {
    await lockAccount(tx, accountId);
    const record = await findMyRecord(tx);
    if (record?.strength !== 'provisional') return err('nothing_to_confirm');
    const open = await findOpenCaseOf(tx, accountId, 'confirm_identity');
    if (open) return ok({ caseId: open });
    const caseId = randomUUID();
    const about = { accountId, registrationId: null, candidateIds: [record.personId], details: {} };
    const by = promisedBy(dayInConnecticut(ctx.now));
    const reference = await insertCase(tx, { id: caseId, kind: 'confirm_identity', ...about, promisedBy: by }, ctx.now);
    await stageMessage(tx, { kind: 'case_opened', dedupeKey: `case_opened:${caseId}`, to: { accountId }, payload: { caseId } }, ctx.now);
    await recordAudit(tx, ctx, { type: 'identity_case_opened', subject: { kind: 'identity_case', id: caseId }, details: { reference } });
    return ok({ caseId });
  });
}
