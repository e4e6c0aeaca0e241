import { transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Staff } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import type { Secret } from '@/lib/shared/secret';
import { forIdentity, personEvent } from './decision-steps';
import { findPersonByEin, isAboutThemselves, lockCase } from './identity-store';
import { revealReasons, type RevealReason } from './identity-model';
import { canRevealSsn } from './policy';
import { loadRecord } from './record-store';
import { mayTryCode, spendForReveal } from './reveal-steps';
import { insertAccess } from './store';

export type RevealSsnInput = {
  readonly reference: string;
  readonly ein: string;
  readonly code: string;
  readonly revealReason: RevealReason;
  readonly otherReason?: string | undefined;
};
export type RevealSsnError = 'not_allowed' | 'not_found' | 'wrong_code' | 'too_many_codes' | 'too_many_today' | 'no_ssn' | 'own_record';

/** The whole SSN of a record of a case, for the one answer that carries it. A new code each time; the person can read why. */
export async function revealSsn(ctx: Ctx<Staff>, input: RevealSsnInput): Promise<Result<{ readonly ssn: Secret }, RevealSsnError>> {
  const { actor, now } = ctx;
  if (!canRevealSsn(actor)) return err('not_allowed');
  if (!(await mayTryCode(ctx))) return err('too_many_codes');
  return transact(actor, async (tx) => {
    const found = await lockCase(tx, { reference: input.reference });
    const row = await findPersonByEin(tx, input.ein);
    if (!found || !row || !found.candidateIds.includes(row.id)) return err('not_found');
    const involved = { accountIds: [], personIds: [row.id], emailKeys: [] };
    if (await isAboutThemselves(tx, actor.accountId, involved)) return err('own_record');
    const refusal = await spendForReveal(tx, ctx, input.code);
    if (refusal) return err(refusal);
    const { ssn } = await loadRecord(tx, row.id);
    if (!ssn) return err('no_ssn');
    const why = input.otherReason ?? revealReasons[input.revealReason];
    const purpose = `the whole Social Security number, for identity case ${input.reference}: ${why}`;
    await insertAccess(tx, { personId: row.id, staffId: actor.accountId, reason: 'identity', purpose, at: now });
    await recordAudit(tx, forIdentity(ctx), personEvent('ssn_revealed', row.id, { why: input.revealReason }));
    return ok({ ssn });
  });
}
