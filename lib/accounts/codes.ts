import 'server-only';
import { randomBytes } from 'node:crypto';
import { crockfordAlphabet, normaliseCode } from '@/lib/shared/check-characters';
import { emailKey } from '@/lib/shared/email-address';
import { tokenKey } from '@/lib/shared/keyed-hash';
import { secret, type Secret } from '@/lib/shared/secret';

/** 130 random bits in letters and digits with one reading each: a temporary password or a code sent by email. */
export function newCode(): Secret {
  return secret(randomCharacters(26));
}

/**
 * A code for a letter: 50 bits, made of the letter's id by a key, so that it can be printed again and stands nowhere. Short
 * enough to be typed from paper; how often it may be tried is limited.
 */
export function letterCode(id: string): Secret {
  const bytes = tokenKey('letter', id).subarray(0, 10);
  return secret([...bytes].map((byte) => crockfordAlphabet.charAt(byte & 31)).join(''));
}

/** In groups, as an email shows it. Entry forgives the hyphens. */
export function spacedCode(code: Secret): string {
  return code.reveal().replace(/(.{5})(?=.{5})/g, '$1-');
}

/** What the database keeps of a code. 130 random bits need no slow hash; the key keeps a stolen table useless. */
export function codeKey(typed: string): Uint8Array {
  return tokenKey('code', normaliseCode(typed));
}

/**
 * What is kept of a code that does one thing only. One that is good for an address has to be typed together with it: whoever
 * is talked into using somebody else's code moves nothing.
 */
export function codeKeyFor(purpose: 'recovery' | 'move' | 'objection', typed: string, email = ''): Uint8Array {
  return tokenKey(`code.${purpose}`, `${emailKey(email)}|${normaliseCode(typed)}`);
}

/** Unpredictable and nobody's name, so that a list of names is not a list of usernames. */
export function newUsername(): string {
  return `CT${randomCharacters(8)}`;
}

/** "CT-7K3M-9QXZ", as people see it. */
export function formatUsername(username: string): string {
  return `${username.slice(0, 2)}-${username.slice(2, 6)}-${username.slice(6)}`;
}

function randomCharacters(count: number): string {
  return [...randomBytes(count)].map((byte) => crockfordAlphabet.charAt(byte & 31)).join('');
}
