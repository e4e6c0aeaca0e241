import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainError } from '@/dev/postgres/plain-error';
import { keptKeys, keys, malformedKeys } from './keys';
import { choosePorts, rememberedPorts, type EmbeddedPorts } from './ports';
import { requireProductionSettings } from './production';

export type Part = 'database' | 'payments' | 'mail';

export type Settings = {
  readonly production: boolean;
  readonly home: string;
  readonly port: number;
  readonly appUrl: string;
  /** Which parts are embedded, because nobody named a real one. */
  readonly parts: readonly Part[];
  /** Everything the processes of CECS read. DATABASE_URL is absent while the embedded database is not running. */
  readonly env: Readonly<Record<string, string>>;
};

type Given = Readonly<Record<string, string | undefined>>;

/**
 * Reads what was given and completes it: outside production with embedded parts and with keys kept in CECS_HOME.
 * `choosing` picks the ports of the embedded parts anew where they are taken; only the launcher may, before it starts them.
 */
export async function resolveSettings(environment: Given, { choosing = false } = {}): Promise<Settings> {
  const given = withoutEmpty(environment);
  const production = isProduction(given);
  const port = webPort(given.PORT);
  const appUrl = given.APP_URL ?? `http://localhost:${port}`;
  if (!URL.canParse(appUrl)) throw new PlainError(`APP_URL is not an address like https://example.org: ${appUrl}`);
  const home = resolve(given.CECS_HOME ?? '.cecs');
  const common = {
    ...given,
    ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) },
    ...{ CECS_ENV: production ? 'production' : 'development', CECS_HOME: home, APP_URL: appUrl, NEXTAUTH_URL: appUrl },
  };
  if (production) {
    requireProductionSettings(given);
    return { production, home, port, appUrl, parts: [], env: common };
  }
  const parts = embeddedParts(given);
  makeHome(home);
  const ports = await (choosing ? choosePorts : rememberedPorts)(home);
  return { production, home, port, appUrl, parts, env: { ...common, ...embeddedSettings(given, home, parts, ports) } };
}

function withoutEmpty(environment: Given): Record<string, string> {
  const entries = Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(entries);
}

function isProduction(given: Given): boolean {
  const named = given.CECS_ENV ?? 'development';
  if (named === 'production' || named === 'development') return named === 'production';
  throw new PlainError(`CECS_ENV is "${named}"; it can be "production" or "development".`);
}

function webPort(given = '3000'): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new PlainError(`PORT is "${given}"; it must be a number from 1 to 65535.`);
}

function embeddedParts(given: Given): Part[] {
  if (Boolean(given.STRIPE_SECRET_KEY) !== Boolean(given.STRIPE_WEBHOOK_SECRET)) {
    throw new PlainError('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together; one of them is missing.');
  }
  const parts = { database: given.DATABASE_URL, payments: given.STRIPE_SECRET_KEY, mail: given.SMTP_URL };
  return (['database', 'payments', 'mail'] as const).filter((part) => !parts[part]);
}

function embeddedSettings(
  given: Given,
  home: string,
  parts: readonly Part[],
  ports: EmbeddedPorts,
): Record<string, string> {
  const malformed = malformedKeys(given);
  if (malformed.length > 0) throw new PlainError(`Keys of the wrong form:\n  ${malformed.join('\n  ')}`);
  const kept = keptKeys(home);
  return {
    ...Object.fromEntries(Object.keys(keys).map((name) => [name, given[name] ?? kept[name] ?? ''])),
    MAIL_FROM: given.MAIL_FROM ?? 'Connecticut Educator Certification <no-reply@cecs.example>',
    EMBEDDED_PARTS: parts.join(','),
    ...(parts.length > 0 ? { DEV_ORIGIN: `http://127.0.0.1:${ports.pages}` } : {}),
    ...(parts.includes('mail') ? { SMTP_URL: `smtp://127.0.0.1:${ports.mail}` } : {}),
    ...(parts.includes('payments')
      ? {
          STRIPE_API_URL: `http://127.0.0.1:${ports.payments}`,
          STRIPE_SECRET_KEY: kept.STRIPE_SECRET_KEY ?? '',
          STRIPE_WEBHOOK_SECRET: kept.STRIPE_WEBHOOK_SECRET ?? '',
        }
      : {}),
  };
}

// Passable but not listable, because root's PostgreSQL runs as another user and has to reach its folder inside.
function makeHome(home: string): void {
  if (existsSync(home)) return;
  try {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o711);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The folder for CECS's data cannot be made (${reason}). Choose another one with CECS_HOME.`);
  }
}

export function databaseFolder(home: string): string {
  return join(home, 'postgres');
}
