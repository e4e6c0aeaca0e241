import { generate } from 'otplib';
import { database } from '@/db/client';
import { staffTotp } from '@/db/schema/accounts';
import { newTotpSecret } from '@/lib/accounts/totp';
import type { StaffRole } from '@/lib/shared/context';
import { seal } from '@/lib/shared/sealed';
import { now, signedInStaff } from '@/tests/support/people';

/** A member of the staff with an authenticator app. */
export async function enrolled(role: StaffRole) {
  const ctx = await signedInStaff(role);
  const key = newTotpSecret();
  const { accountId } = ctx.actor;
  await database().insert(staffTotp).values({ accountId, secret: seal(key, { column: 'staff_totp.secret', row: accountId }), confirmedAt: now });
  const codeAt = (when: Date) => generate({ secret: key.reveal(), epoch: Math.floor(when.getTime() / 1000) });
  return { ctx, codeAt };
}
