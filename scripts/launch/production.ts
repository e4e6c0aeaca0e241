import { PlainError } from '@/dev/postgres/plain-error';
import { keyMakers } from './keys';

const services = ['APP_URL', 'DATABASE_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'SMTP_URL', 'MAIL_FROM'];
const standIns = ['STRIPE_API_URL', 'DEV_ORIGIN', 'EMBEDDED_PARTS'];

/** In production nothing is embedded, generated or guessed: everything wrong is named at once, and the start ends. */
export function requireProductionSettings(given: Readonly<Record<string, string | undefined>>): void {
  const missing = [...services, ...Object.keys(keyMakers)].filter((name) => !given[name]);
  const refused = standIns.filter((name) => given[name]);
  const complaints = [
    missing.length > 0 ? `Missing settings:\n${bulleted(missing)}` : '',
    refused.length > 0 ? `Settings that name a stand-in, and must not be given:\n${bulleted(refused)}` : '',
  ].filter(Boolean);
  if (complaints.length === 0) return;
  throw new PlainError(
    `CECS_ENV=production uses no embedded part and makes up no key.\n${complaints.join('\n')}\n` +
      'Give each in the environment, or leave CECS_ENV unset to try CECS on this computer.',
  );
}

function bulleted(names: readonly string[]): string {
  return names.map((name) => `  ${name}`).join('\n');
}
