import { randomUUID } from 'node:crypto';
import { transact } from '@/db/transact';
import { codeKey } from '@/lib/accounts/codes';
import { endSessions } from '@/lib/accounts/steps';
import { recordAudit } from '@/lib/audit/record-audit';
import { stageMessage } from '@/lib/mail/steps';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockPartiesOfCode, takeChangesBack } from './change-steps';
import { promisedBy } from './rules';
import { endClaim, insertCase, lockClaimOfCode } from './store';

// The code is the authority, and what it ends belongs to somebody else: no role of the person who types it could.
const byCode: Worker = { kind: 'worker', job: 'disavow_link' };

/**
 * "This was not me", from the address on file: ends a provisional link and every sign-in of its account, and opens a case.
 * Said twice, it is done once. A link that was proved in the meantime stays: then a person must look.
 */
export async function disavowLink(ctx: Ctx, input: { readonly code: string }): Promise<Result<void, 'code_unknown' | 'proved_since'>> {
  return transact(byCode, async (tx) => {
    await lockPartiesOfCode(tx, codeKey(input.code));
    const linked = await lockClaimOfCode(tx, codeKey(input.code));
    if (!linked) return err('code_unknown');
    if (linked.endedAt) return ok();
    if (linked.strength === 'full') return err('proved_since');
    const { accountId, personId } = linked;
    await endClaim(tx, linked.id, 'disavowed', ctx.now);
    const changesBack = await takeChangesBack(tx, linked, ctx.now);
    await endSessions(tx, { accountId, because: 'link_disavowed' }, ctx.now);
    const caseId = randomUUID();
    const about = { accountId, registrationId: null, candidateIds: [personId], details: {} };
    const by = promisedBy(dayInConnecticut(ctx.now));
    const reference = await insertCase(tx, { id: caseId, kind: 'disavowed_link', ...about, promisedBy: by }, ctx.now);
    const message = { kind: 'case_opened', dedupeKey: `case_opened:${caseId}`, payload: { caseId } };
    await stageMessage(tx, { ...message, to: { accountId } }, ctx.now);
    await recordAudit(
      tx,
      ctx,
      { type: 'link_disavowed', subject: { kind: 'person', id: personId } },
      ...changesBack,
      { type: 'identity_case_opened', subject: { kind: 'identity_case', id: caseId }, details: { reference } },
    );
    return ok();
  });
}
