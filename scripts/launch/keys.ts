import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { writeOnce } from '@/dev/postgres/write-once';

type Key = { readonly make: () => string; readonly form: RegExp; readonly words: string };

const key: Key = {
  make: () => randomBytes(32).toString('base64url'),
  form: /^[\w-]{43}$/,
  words: '32 random bytes as base64url: 43 characters',
};

/** The six keys of every installation: how each is made where nobody gave one, and what a given one looks like. */
export const keys: Readonly<Record<string, Key>> = {
  CECS_DATA_KEY: key,
  CECS_INDEX_KEY: key,
  CECS_PEPPER: key,
  CECS_TOKEN_KEY: key,
  NEXTAUTH_SECRET: { ...key, form: /^.{32,}$/, words: 'at least 32 random characters' },
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: {
    make: () => randomBytes(32).toString('base64'),
    form: /^[A-Za-z0-9+/]{43}=$/,
    words: '32 random bytes as base64: 44 characters',
  },
};

/** What the payment stand-in and its client agree on; looks like the real thing and opens nothing. */
const standInMakers = {
  STRIPE_SECRET_KEY: () => `sk_test_${randomBytes(24).toString('hex')}`,
  STRIPE_WEBHOOK_SECRET: () => `whsec_${randomBytes(24).toString('hex')}`,
};

const kept = z.record(z.string(), z.string());

/** Generated once into CECS_HOME/keys.json, mode 0600, and the same ever after: data sealed with them must open again. */
export function keptKeys(home: string): Record<string, string> {
  return kept.parse(JSON.parse(writeOnce(join(home, 'keys.json'), madeKeys)));
}

function madeKeys(): string {
  const ours = Object.entries(keys).map(([name, { make }]) => [name, make()]);
  const standIns = Object.entries(standInMakers).map(([name, make]) => [name, make()]);
  return JSON.stringify(Object.fromEntries([...ours, ...standIns]), null, 2);
}

/** The given keys that cannot be used, each with what it should be. */
export function malformedKeys(given: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(keys)
    .filter(([name, { form }]) => given[name] && !form.test(given[name]))
    .map(([name, { words }]) => `${name} (${words})`);
}
