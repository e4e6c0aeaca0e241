import { randomUUID } from 'node:crypto';
import { migrateDatabase } from '@/db/migrate';
import { PlainError } from '@/dev/postgres/plain-error';
import { invitationHours, inviteFirstStaff } from '@/lib/accounts/invite-first-staff';
import { env } from '@/lib/env';
import { emailAddress } from '@/lib/shared/email-address';
import { findRunning } from './launch/lock';
import { prepareEnvironment, type Prepared } from './launch/prepare-environment';

/*
 * `npm run staff:first -- EMAIL`: the invitation of the first administrator, while there is no staff. The code is shown
 * here, once, and kept nowhere.
 */
let release = async (): Promise<void> => {};

try {
  const email = emailAddress.safeParse(process.argv[2] ?? '');
  if (!email.success || process.argv.length > 3) throw new PlainError('Say whom to invite: npm run staff:first -- name@example.org');
  const prepared = await prepareEnvironment();
  release = prepared.release;
  // An external database is migrated by the start of the version that runs on it.
  if (prepared.settings.parts.includes('database')) await migrateDatabase(env().DATABASE_URL);
  process.stdout.write(await invitation(email.data, prepared));
} catch (error) {
  process.exitCode = 1;
  const shown = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${shown}\n`);
}
await release();
process.exit();

async function invitation(email: string, { settings }: Prepared): Promise<string> {
  const ctx = { actor: { kind: 'worker', job: 'staff-first' } as const, now: new Date(), requestId: randomUUID() };
  const invited = await inviteFirstStaff(ctx, { email });
  if (!invited.ok) {
    throw new PlainError('There is staff already. This command invites the first administrator, and nobody after that.');
  }
  // A running CECS knows its own port, which may have been given to it alone.
  const appUrl = (await findRunning(settings.home))?.appUrl ?? settings.appUrl;
  return (
    `\nThe first administrator, ${email}, joins at\n\n  ${new URL('/staff/join', appUrl).href}\n\n` +
    `with this code, good once and for ${invitationHours} hours:\n\n  ${invited.value.code}\n\n` +
    'It is shown only here. Give it to nobody else.\n'
  );
}
