import { generate } from 'otplib';
import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { account, staffInvitation, staffRole } from '@/db/schema/accounts';
import { auditEvent } from '@/db/schema/audit';
import { acceptInvitation } from '@/lib/accounts/accept-invitation';
import { confirmTotp } from '@/lib/accounts/confirm-totp';
import { inviteFirstStaff } from '@/lib/accounts/invite-first-staff';
import { liveSession } from '@/lib/accounts/live-session';
import { totpEnrolment } from '@/lib/accounts/queries';
import { anyone, type Newcomer } from '@/lib/shared/context';
import { must, type Result } from '@/lib/shared/result';

/*
 * Joining the staff, told step by step: a program of its own, because the authenticator's packages are ES modules that
 * Jest cannot require on Node 20. Prints what happened as one JSON line for accept-invitation.test.ts to judge.
 */
const now = new Date('2026-11-24T15:00:00Z');
const names = { firstName: 'Ada', lastName: 'Desk', newPassword: 'four plain walking words' };
const at = (hours: number) => ({ actor: anyone, now: new Date(now.getTime() + hours * 3_600_000), requestId: 'story' });
const outcome = (result: Result<unknown, unknown>) => (result.ok ? 'ok' : result.error);

async function invite(email: string): Promise<string> {
  // Only while there is no staff: whoever joined before makes room for the next chapter.
  await database().update(account).set({ kind: 'educator' });
  const invited = await inviteFirstStaff({ actor: { kind: 'worker', job: 'story' }, now, requestId: 'story' }, { email });
  if (!invited.ok) throw new Error(invited.error);
  return invited.value.code;
}

async function joining() {
  const code = await invite('ada@example.test');
  const opened = await acceptInvitation(at(0), { ...names, code: code.toLowerCase().replaceAll('-', ' ') });
  if (!opened.ok) throw new Error(opened.error);
  const half = must(await liveSession(opened.value.token, now), 'a sign-in');
  const actor: Newcomer = { kind: 'newcomer', accountId: half.accountId, sessionId: half.sessionId };
  const { key } = must(await totpEnrolment(actor), 'a secret to scan');
  const ctx = { actor, now, requestId: 'story' };
  const wrong = await confirmTotp(ctx, { code: '000000' });
  const full = await confirmTotp(ctx, { code: await generate({ secret: key, epoch: now.getTime() / 1000 }) });
  const joined = await database().select().from(auditEvent).where(eq(auditEvent.subjectId, half.accountId));
  return {
    half: { stage: half.stage, roles: half.roles },
    wrongCode: outcome(wrong),
    full: full.ok ? (await liveSession(full.value.token, now))?.stage : full.error,
    halfIsOver: (await liveSession(opened.value.token, now)) === undefined,
    secretIsHidden: (await totpEnrolment(actor)) === undefined,
    audited: joined.map((event) => event.type),
  };
}

async function codes() {
  const code = await invite('once@example.test');
  const wrong = outcome(await acceptInvitation(at(0), { ...names, code: 'WRONG-WRONG' }));
  const late = outcome(await acceptInvitation(at(73), { ...names, code }));
  const tenAtOnce = await Promise.all(Array.from({ length: 10 }, () => acceptInvitation(at(0), { ...names, code })));
  const roles = await database().select().from(staffRole).innerJoin(account, eq(account.id, staffRole.accountId));
  const made = roles.filter((row) => row.account.email === 'once@example.test').length;
  return { wrong, late, tenAtOnce: tenAtOnce.map(outcome).sort(), made };
}

async function refusals() {
  const code = await invite('picky@example.test');
  const tried: unknown[] = [];
  for (const newPassword of ['adaadaada desk desk', 'aaaaaaaaaaaaaaa', 'password1234']) {
    tried.push(outcome(await acceptInvitation(at(0), { ...names, newPassword, code })));
  }
  const [kept] = await database().select().from(staffInvitation).where(eq(staffInvitation.email, 'picky@example.test'));
  const taken = outcome(await acceptInvitation(at(0), { ...names, code: await invite('once@example.test') }));
  return { tried, isKept: kept?.acceptedAt === null, taken };
}

const told = { joining: await joining(), codes: await codes(), refusals: await refusals() };
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit();
