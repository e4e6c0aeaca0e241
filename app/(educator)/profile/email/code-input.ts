import * as z from 'zod/mini';

/** Either of the two codes: which address it was sent to is found out from the code itself. */
export const codeInput = z.object({
  code: z.string().check(
    z.trim(),
    z.minLength(1, { error: 'Paste the code from the email.' }),
    z.maxLength(80, { error: 'This is longer than a code. Paste the code alone.' }),
  ),
});
