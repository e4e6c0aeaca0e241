import { z } from 'zod';

/** Either of the two codes: which address it was sent to is found out from the code itself. */
export const codeInput = z.object({
  code: z.string().trim().min(1, { error: 'Paste the code from the email.' }).max(80, { error: 'This is longer than a code. Paste the code alone.' }),
});
