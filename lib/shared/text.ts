import * as z from 'zod/mini';

// Compiling schemas with Function() is what our pages' Content-Security-Policy forbids. Here because every form's schema has text in it.
z.config({ jitless: true });

// Control, bidirectional-override and zero-width characters: invisible, so a name or address that holds one is not what it looks like.
const invisible = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

// Nobody needs one but in its own box; everywhere else it would be kept and read in the clear.
const noSsn = z.refine<string>((typed) => maskSsn(typed) === typed, {
  error: 'Take out the Social Security number. Words like these are read by several people, and nobody needs it here.',
});

/** One line a person typed: trimmed, composed (NFC), kept as typed otherwise. */
export function line(what: string, most = 100) {
  return copiedLine(what, most).check(noSsn);
}

/** The same, copied from paper, where nine digits are a serial number. */
export function copiedLine(what: string, most: number) {
  return z.string().check(
    z.overwrite((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' ')),
    z.minLength(1, { error: `Enter ${what}.` }),
    z.maxLength(most, { error: `Use at most ${most} characters for ${what}.` }),
    z.refine((typed) => !invisible.test(typed), { error: 'Remove the invisible characters; type it by hand.' }),
  );
}

/** The same, left empty as undefined. */
export function optionalLine(what: string, most = 100) {
  return z.pipe(leftEmpty, z.optional(line(what, most)));
}

/** What may be left out, or left empty: undefined then. */
export const leftEmpty = z.pipe(
  z.optional(z.string()),
  z.transform((typed: string | undefined) => (typed === undefined || typed.trim() === '' ? undefined : typed)),
);

/** Several lines a person typed, such as a statement. `use`: what becomes of it, told to whoever leaves it empty. */
export function paragraph(what: string, most = 4000, use = '') {
  const missing = { error: `Say ${what}. ${use}`.trim() };
  return z.string(missing).check(
    z.overwrite((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    z.minLength(1, missing),
    z.maxLength(most, { error: `Use at most ${most.toLocaleString('en-US')} characters for ${what}.` }),
    z.refine((typed) => !invisible.test(typed.replace(/[\n\t]/g, ' ')), {
      error: 'Remove the invisible characters; type it by hand.',
    }),
    noSsn,
  );
}

// Nine digits alone, or in the groups of a Social Security card with the same sign twice: 06115-0471 is a ZIP code.
const looksLikeSsn = /(?<!\d)(?:\d{9}|\d{3}([-.\s])\d{2}\1\d{4})(?!\d)/g;

/** What looks like a Social Security number in somebody's own words, made unreadable. */
export function maskSsn(typed: string): string {
  return typed.replace(looksLikeSsn, '•••-••-••••');
}
