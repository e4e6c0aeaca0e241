import { z } from 'zod';

// Control, bidirectional-override and zero-width characters: invisible, so a name or address that holds one is not what it looks like.
const invisible = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** One line a person typed: trimmed, composed (NFC), kept as typed otherwise. */
export function line(what: string, most = 100) {
  return z
    .string()
    .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, { error: `Enter ${what}.` })
        .max(most, { error: `Use at most ${most} characters.` })
        .refine((typed) => !invisible.test(typed), { error: 'Remove the invisible characters; type it by hand.' }),
    );
}

/** The same, left empty as undefined. */
export function optionalLine(what: string, most = 100) {
  return z
    .string()
    .optional()
    .transform((typed) => (typed === undefined || typed.trim() === '' ? undefined : typed))
    .pipe(line(what, most).optional());
}

/** Several lines a person typed, such as a statement. */
export function paragraph(what: string, most = 4000) {
  return z
    .string()
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, { error: `Enter ${what}.` })
        .max(most, { error: `Use at most ${most.toLocaleString('en-US')} characters.` })
        .refine((typed) => !invisible.test(typed.replace(/[\n\t]/g, ' ')), {
          error: 'Remove the invisible characters; type it by hand.',
        }),
    );
}
