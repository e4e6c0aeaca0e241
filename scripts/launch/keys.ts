import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { writeOnce } from '@/dev/postgres/write-once';

const base64url = (): string => randomBytes(32).toString('base64url');

/** The six keys of every installation, and how each is made where nobody gave one. */
export const keyMakers = {
  CECS_DATA_KEY: base64url,
  CECS_INDEX_KEY: base64url,
  CECS_PEPPER: base64url,
  CECS_TOKEN_KEY: base64url,
  NEXTAUTH_SECRET: base64url,
  // Next reads this one as standard base64.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString('base64'),
};

/** What the payment stand-in and its client agree on; looks like the real thing and opens nothing. */
const standInMakers = {
  STRIPE_SECRET_KEY: () => `sk_test_${randomBytes(24).toString('hex')}`,
  STRIPE_WEBHOOK_SECRET: () => `whsec_${randomBytes(24).toString('hex')}`,
};

const kept = z.record(z.string(), z.string());

/** Generated once into CECS_HOME/keys.json, mode 0600, and the same ever after: data sealed with them must open again. */
export function keptKeys(home: string): Record<string, string> {
  const makers = Object.entries({ ...keyMakers, ...standInMakers });
  const made = (): string => JSON.stringify(Object.fromEntries(makers.map(([name, make]) => [name, make()])), null, 2);
  return kept.parse(JSON.parse(writeOnce(join(home, 'keys.json'), made)));
}
