import 'server-only';
import { createHmac } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { env } from '@/lib/env';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Verified against when nobody has the username, so that an unknown one costs what a known one does. */
let nobodysHash: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(peppered(password), cost));
}

/** `undefined` stands for an account that does not exist or has no password yet: same work, always false. */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  nobodysHash ??= hash(peppered('nobody has this password'), cost);
  const against = stored ?? (await nobodysHash);
  const matches = await inTurn(() => verify(against, peppered(password)));
  return matches && typeof stored === 'string';
}

// As text: the library's verify takes no other bytes than UTF-8.
function peppered(password: string): string {
  return createHmac('sha256', Buffer.from(env().CECS_PEPPER, 'base64url')).update(password.normalize('NFC')).digest('base64url');
}

// As many at once as there are cores: a crowd signing in must not take every thread from everyone else.
let free = availableParallelism();
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
