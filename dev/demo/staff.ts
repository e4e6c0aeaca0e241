import { randomInt } from 'node:crypto';
import { staffRole, staffTotp } from '@/db/schema/accounts';
import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { formatUsername } from '@/lib/accounts/codes';
import { hashPassword } from '@/lib/accounts/passwords';
import { findAccountByEmail, insertAccount, saveAccount } from '@/lib/accounts/store';
import { newTotpSecret } from '@/lib/accounts/totp';
import { staffRoles, type Ctx, type StaffRole, type Worker } from '@/lib/shared/context';
import { must, ok } from '@/lib/shared/result';
import { seal } from '@/lib/shared/sealed';
import type { Secret } from '@/lib/shared/secret';

export type DemoStaff = { readonly role: StaffRole; readonly username: string; readonly password: string; readonly totpSecret: string };

const names: Readonly<Record<StaffRole, readonly [firstName: string, lastName: string]>> = {
  reviewer: ['Ruth', 'Mbeki'],
  cashier: ['Carl', 'Dunmore'],
  supervisor: ['Sylvia', 'Ostrander'],
  administrator: ['Adele', 'Fontaine'],
  auditor: ['Abel', 'Quill'],
};
const words = 'amber anchor basket birch candle copper ember falcon garnet harbor juniper lantern meadow orchard pepper walnut'.split(' ');

/** One person of each role. Run again it gives the same people new passwords, for nothing keeps the old ones. */
export async function seedStaff(ctx: Ctx<Worker>): Promise<DemoStaff[]> {
  const made: DemoStaff[] = [];
  for (const role of staffRoles) {
    const password = `${word()} ${word()} ${word()} ${randomInt(1_000, 10_000)}`;
    const totp = newTotpSecret();
    const passwordHash = await hashPassword(password);
    const saved = await transact(ctx.actor, async (tx) => ok(await saveStaff(tx, ctx, { role, passwordHash, totp })));
    const username = must(saved.ok ? saved.value : undefined, `the username of the ${role}`);
    made.push({ role, username: formatUsername(username), password, totpSecret: totp.reveal() });
  }
  return made;
}

type Given = { readonly role: StaffRole; readonly passwordHash: string; readonly totp: Secret };

async function saveStaff(tx: Tx, ctx: Ctx<Worker>, { role, passwordHash, totp }: Given): Promise<string> {
  const { now } = ctx;
  const [firstName, lastName] = names[role];
  const email = `${role}@example.org`;
  const before = await findAccountByEmail(tx, email);
  const { id, username } = before ?? must(await insertAccount(tx, { kind: 'staff', email, firstName, lastName }, now), role);
  await saveAccount(tx, id, { passwordHash, passwordSetAt: now, emailVerifiedAt: now });
  await tx.insert(staffRole).values({ accountId: id, role, grantedAt: now }).onConflictDoNothing();
  const confirmed = { secret: seal(totp, { column: 'staff_totp.secret', row: id }), confirmedAt: now, lastStep: null };
  await tx.insert(staffTotp).values({ accountId: id, ...confirmed }).onConflictDoUpdate({ target: staffTotp.accountId, set: confirmed });
  if (!before) await recordAudit(tx, ctx, { type: 'staff_joined', subject: { kind: 'staff', id }, details: { role } });
  return username;
}

function word(): string {
  return must(words[randomInt(words.length)], 'a word');
}
