import * as z from 'zod/mini';
import { emailAddress } from '@/lib/shared/email-address';
import { copiedLine, paragraph } from '@/lib/shared/text';

/** What has changed since a move was proposed. */
export type MoveRefusal = 'account_changed' | 'address_taken';

export const accountMoveInput = z.object({
  reference: z.string().check(z.maxLength(20)),
  account: copiedLine('the username, the EIN or the old email address', 254),
  newEmail: emailAddress,
  reason: paragraph('what shows that it is them', 1000, 'The second person reads it.'),
});
export type AccountMoveInput = z.output<typeof accountMoveInput>;
