import { eq } from 'drizzle-orm';
import { account, staffRole, staffTotp } from '@/db/schema/accounts';
import type { Tx } from '@/db/transact';
import { formatUsername } from '@/lib/accounts/codes';
import { hashPassword } from '@/lib/accounts/passwords';
import { insertAccount } from '@/lib/accounts/store';
import { newTotpSecret } from '@/lib/accounts/totp';
import { staffRoles, type StaffRole } from '@/lib/shared/context';
import { must } from '@/lib/shared/result';
import { seal } from '@/lib/shared/sealed';

export type DemoStaff = { readonly role: StaffRole; readonly username: string; readonly password: string; readonly totpSecret: string };

const names: Readonly<Record<StaffRole, string>> = {
  reviewer: 'Reed',
  cashier: 'Cash',
  supervisor: 'Sutton',
  administrator: 'Adams',
  auditor: 'Audley',
};

/** One person of each role, with an authenticator already set up. */
export async function insertStaff(tx: Tx, now: Date): Promise<DemoStaff[]> {
  const made: DemoStaff[] = [];
  for (const role of staffRoles) {
    const password = `walnut river lantern ${role}`;
    const known = { kind: 'staff' as const, email: `${role}@example.org`, firstName: 'Robin', lastName: names[role] };
    const row = must(await insertAccount(tx, known, now), `the ${role}'s account`);
    const proved = { passwordHash: await hashPassword(password), passwordSetAt: now, emailVerifiedAt: now };
    await tx.update(account).set(proved).where(eq(account.id, row.id));
    await tx.insert(staffRole).values({ accountId: row.id, role, grantedAt: now });
    const totp = newTotpSecret();
    const secret = seal(totp, { column: 'staff_totp.secret', row: row.id });
    await tx.insert(staffTotp).values({ accountId: row.id, secret, confirmedAt: now });
    made.push({ role, username: formatUsername(row.username), password, totpSecret: totp.reveal() });
  }
  return made;
}
