import * as z from 'zod/mini';

/** Length only; what the whole password may not be needs the account and is decided by the command (NIST SP 800-63B-4 §3.1.1.2). */
export function newPassword(least: number) {
  return z.string().check(
    z.normalize('NFC'),
    z.minLength(least, { error: `Use at least ${least} characters. A few words in a row are easy to remember.` }),
    z.maxLength(128, { error: 'Use at most 128 characters.' }),
  );
}

const serviceWords = ['cecs', 'connecticut', 'certification', 'educator', 'certificate', 'teacher', 'password', 'hartford'];

export type PasswordRefusal = 'password_too_common' | 'password_names_you' | 'password_repeats';

/**
 * Why a password of the right length will not do. `common` is the list of passwords people choose most;
 * `about` the names, username and email of whoever chooses it.
 */
export function refusePassword(
  password: string,
  common: ReadonlySet<string>,
  about: readonly string[],
): PasswordRefusal | undefined {
  const folded = password.toLowerCase();
  const letters = folded.replace(/[^\p{L}\p{N}]/gu, '');
  if (common.has(folded) || common.has(letters) || common.has(letters.replace(/\d+$/, ''))) return 'password_too_common';
  if (isMadeOf(letters, [...common].filter((word) => word.length >= 6 && letters.startsWith(word)))) return 'password_too_common';
  if (new Set(letters).size < 5 || isRun(letters)) return 'password_repeats';
  if (leftover(letters, serviceWords).length < 6) return 'password_too_common';
  const own = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 3);
  if (leftover(letters, own).length < 6) return 'password_names_you';
  return undefined;
}

// "iloveyouiloveyou": one common password written again and again.
function isMadeOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => word.repeat(Math.ceil(text.length / word.length)).startsWith(text));
}

function isRun(text: string): boolean {
  const runs = ['0123456789'.repeat(13), '9876543210'.repeat(13), 'abcdefghijklmnopqrstuvwxyz'.repeat(5), 'qwertyuiopasdfghjklzxcvbnm'.repeat(5)];
  return runs.some((run) => run.includes(text));
}

function leftover(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text).replace(/\d+$/, '');
}
