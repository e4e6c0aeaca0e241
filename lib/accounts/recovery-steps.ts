import type { Tx } from '@/db/transact';
import { countWithin } from '@/db/limits';
import { emailKey } from '@/lib/shared/email-address';
import type { Secret } from '@/lib/shared/secret';
import { codeKeyFor, newCode } from './codes';
import { lockEducator } from './move-steps';
import { findRecovery, saveRecovery } from './recovery-store';
import { hoursLater, limits, recoveryHours } from './rules';

export { blankRecovery } from './recovery-store';

export type RecoveryCode = { readonly to: string; readonly firstName: string; readonly code: Secret; readonly expiresAt: Date };

/**
 * A code for the confirmed second address of an account, with which it can be moved to `newEmail` and nowhere else. None
 * where there is no such address, or where it was written to often enough today. Minted as it is sent.
 */
export async function issueRecoveryCode(tx: Tx, accountId: string, newEmail: string, now: Date): Promise<RecoveryCode | undefined> {
  const owner = await lockEducator(tx, accountId);
  const second = owner && (await findRecovery(tx, accountId));
  if (!second?.confirmedAt || owner?.emailKey === emailKey(newEmail)) return undefined;
  if (!(await countWithin(tx, limits.recoveryMail, accountId, now))) return undefined;
  const code = newCode();
  const expiresAt = hoursLater(now, recoveryHours);
  await saveRecovery(tx, accountId, { codeHash: codeKeyFor('recovery', code.reveal(), newEmail), codeExpiresAt: expiresAt });
  return { to: second.email, firstName: owner?.firstName ?? '', code, expiresAt };
}
