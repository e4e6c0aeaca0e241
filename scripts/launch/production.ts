import { PlainError } from '@/dev/postgres/plain-error';
import { keys, malformedKeys } from './keys';

const services = ['APP_URL', 'DATABASE_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'SMTP_URL', 'MAIL_FROM'];
const standIns = ['STRIPE_API_URL', 'DEV_ORIGIN', 'EMBEDDED_PARTS'];

/** In production nothing is embedded, generated or guessed: everything wrong is named at once, and the start ends. */
export function requireProductionSettings(given: Readonly<Record<string, string | undefined>>): void {
  const complaints = [
    listed(
      'Missing settings',
      [...services, ...Object.keys(keys)].filter((name) => !given[name]),
    ),
    listed('Keys of the wrong form', malformedKeys(given)),
    listed(
      'Settings that name a stand-in, and must not be given',
      standIns.filter((name) => given[name]),
    ),
  ].filter(Boolean);
  if (complaints.length === 0) return;
  throw new PlainError(
    `CECS_ENV=production uses no embedded part and makes up no key.\n${complaints.join('\n')}\n` +
      'Give each in the environment, or leave CECS_ENV unset to try CECS on this computer.',
  );
}

function listed(heading: string, names: readonly string[]): string {
  return names.length > 0 ? `${heading}:\n${names.map((name) => `  ${name}`).join('\n')}` : '';
}
