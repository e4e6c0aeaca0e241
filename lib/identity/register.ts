import { randomUUID } from 'node:crypto';
import { countWithin, takeBack } from '@/db/limits';
import { transact, type Tx } from '@/db/transact';
import { addressLimits } from '@/lib/accounts/rules';
import type { AuditEvent } from '@/lib/audit/model';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Ctx, Educator } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { decideMatch } from './matching';
import type { RegisterInput } from './model';
import { ssnKey } from './person-keys';
import { isLikelyBirthDate, mostSsns, registrationLimits } from './rules';
import { linkRecord, lostRace, tellHolders } from './settle-registration';
import { countDistinctSsns } from './slips';
import * as registrations from './registration-store';
import { findCandidates } from './store';

export type RegisterError = 'already_registered' | 'birth_date_unlikely' | 'too_many_attempts';

/**
 * Finds the educator's record by what they typed and links it, or asks one question more before anything else is decided
 * (design.md §10). Every outcome is the same answer; only the pages after it differ. While the question stands it may be
 * typed anew, for a slip noticed late.
 */
export async function register(ctx: Ctx<Educator>, typed: RegisterInput): Promise<Result<void, RegisterError>> {
  const { accountId } = ctx.actor;
  if (!isLikelyBirthDate(typed.birthDate.reveal(), dayInConnecticut(ctx.now))) return err('birth_date_unlikely');
  if (!(await isWithinLimits(ctx, typed))) return err('too_many_attempts');
  return transact(ctx.actor, async (tx) => {
    await registrations.lockAccount(tx, accountId);
    if (await registrations.isRegistered(tx, accountId)) return err('already_registered');
    const ssns = [...(await registrations.typedSsns(tx, accountId)), typed.ssn].map((one) => one.reveal());
    if (countDistinctSsns(ssns) > mostSsns) return err('too_many_attempts');
    await registrations.retype(tx, accountId);
    const by = { tx, ctx, typed };
    const match = decideMatch(await findCandidates(tx, typed));
    const linked = match.outcome === 'link' ? await linkRecord(by, match) : undefined;
    const undecided = match.outcome === 'link' ? lostRace([match.personId]) : match;
    const told = linked ? [] : await tellHolders(by, undecided);
    if (linked) await takeOffAddress(by);
    const outcome = linked ? 'link' : 'asked';
    const reasons = linked || undecided.outcome !== 'review' ? [] : undecided.reasons;
    await registrations.insertRegistration(tx, { id: randomUUID(), accountId, typed, outcome, reasons }, ctx.now);
    const registered: AuditEvent = { type: 'registered', subject: { kind: 'account', id: accountId }, details: { outcome, reasons } };
    await recordAudit(tx, ctx, registered, ...(linked?.events ?? told));
    return ok();
  });
}

// The page counted it by address. Whoever finds their record does not guess, and a school's teachers share an address.
async function takeOffAddress({ tx, ctx: { address } }: { tx: Tx; ctx: Ctx<Educator> }): Promise<void> {
  if (address !== undefined) await takeBack(tx, addressLimits.register, address);
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
