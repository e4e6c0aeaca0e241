import { countWithin } from '@/db/limits';
import { transact } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { decideMatch } from './matching';
import type { RegisterInput } from './model';
import { ssnKey } from './person-keys';
import { isLikelyBirthDate, registrationLimits } from './rules';
import { settleRegistration } from './settle-registration';
import * as store from './store';

export type RegisterError = 'already_registered' | 'birth_date_unlikely' | 'too_many_attempts';

/**
 * Finds the educator's record by what they typed: link, a case for staff, or a new EIN (design.md §10). Every outcome is
 * the same answer; only the pages after it differ.
 */
export async function register(ctx: Ctx<Educator>, typed: RegisterInput): Promise<Result<void, RegisterError>> {
  const { accountId } = ctx.actor;
  if (!isLikelyBirthDate(typed.birthDate.reveal(), dayInConnecticut(ctx.now))) return err('birth_date_unlikely');
  if (!(await isWithinLimits(ctx, typed))) return err('too_many_attempts');
  return transact(ctx.actor, async (tx) => {
    if (await store.hasLiveClaim(tx, accountId)) return err('already_registered');
    const match = decideMatch(await store.findCandidates(tx, typed));
    const settled = await settleRegistration(tx, ctx, typed, match);
    const details = { outcome: settled.outcome, reasons: settled.reasons };
    const registered: AuditEvent = { type: 'registered', subject: { kind: 'account', id: accountId }, details };
    await recordAudit(tx, ctx, registered, ...settled.events);
    return ok();
  });
}

// Counted on its own, so that a go that ends in an error stays counted.
async function isWithinLimits(ctx: Ctx<Educator>, typed: RegisterInput): Promise<boolean> {
  const counted = await transact(ctx.actor, async (tx) => {
    const byAccount = await countWithin(tx, registrationLimits.account, ctx.actor.accountId, ctx.now);
    const key = Buffer.from(ssnKey(typed.ssn)).toString('hex');
    const bySsn = await countWithin(tx, registrationLimits.ssn, key, ctx.now);
    return ok(byAccount && bySsn);
  });
  return counted.ok && counted.value;
}
