import 'server-only';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** The hash a person can be found by without decrypting anyone. Purpose and version are part of what is hashed. */
export function indexKey(purpose: string, value: string): Uint8Array {
  return hmac(env().CECS_INDEX_KEY, `${purpose}|v1|${value}`);
}

/** For short-lived secrets and for counting by subject without storing the subject. */
export function tokenKey(purpose: string, value: string): Uint8Array {
  return hmac(env().CECS_TOKEN_KEY, `${purpose}|v1|${value}`);
}

/** 256 random bits for a cookie or link, and the SHA-256 that the database keeps of it. */
export function newToken(): { token: string; hash: Uint8Array } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

function hmac(key: string, text: string): Uint8Array {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest();
}
