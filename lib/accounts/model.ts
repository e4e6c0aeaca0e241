import * as z from 'zod/mini';
import type { StaffRole } from '@/lib/shared/context';
import { emailAddress, emailKey } from '@/lib/shared/email-address';
import { line } from '@/lib/shared/text';
import { newPassword } from './password-rules';

/** What a live session says about who is signed in. One row, read on every request. */
export type SignIn = {
  readonly sessionId: string;
  readonly accountId: string;
  readonly kind: 'educator' | 'staff';
  readonly stage: 'set_password' | 'totp' | 'full';
  readonly firstName: string;
  readonly lastName: string;
  readonly registered: boolean;
  /** Registered but for one question: whether they ever held a certificate. */
  readonly asked: boolean;
  readonly acknowledged: boolean;
  readonly roles: readonly StaffRole[];
  readonly startedAt: Date;
  readonly stepUpAt: Date | null;
};

const verifiedAddress = {
  email: emailAddress,
  verifyEmail: z.string().check(z.minLength(1, { error: 'Type your email address again.' })),
};

const addressTwice = z.refine<{ email: string; verifyEmail: string }>(
  (typed) => emailKey(typed.email) === emailKey(typed.verifyEmail),
  { path: ['verifyEmail'], error: 'The two email addresses differ. Check both.' },
);

export const createAccountInput = z
  .object({ lastName: line('your last name'), firstName: line('your first name'), ...verifiedAddress })
  .check(addressTwice);
export type CreateAccountInput = z.output<typeof createAccountInput>;

export const correctAddressInput = z.object(verifiedAddress).check(addressTwice);

/** Something to be found again as it was typed, so it is checked for little but being there. */
function typedIn(missing: string, most = 200) {
  return z.string().check(z.minLength(1, { error: missing }), z.maxLength(most, { error: 'This is too long. Check what you typed or pasted.' }));
}

const nameOrAddress = (missing: string) => z.pipe(z.string().check(z.trim()), typedIn(missing, 254));

export const signInInput = z.object({
  username: nameOrAddress('Enter your username.'),
  password: typedIn('Enter your password.'),
});

export const oneEmailInput = z.object({ email: emailAddress });

export const recoveryAddressInput = z.object({ email: emailAddress, currentPassword: typedIn('Enter your present password.') });

export const forgotPasswordInput = z.object({
  username: nameOrAddress('Enter your username or your email address.'),
});

const passwordTwice = z.refine<{ newPassword: string; confirmPassword: string }>(
  (typed) => typed.newPassword === typed.confirmPassword.normalize('NFC'),
  { path: ['confirmPassword'], error: 'The two new passwords differ. Type the same one twice.' },
);

export const setPasswordInput = z
  .object({
    temporaryPassword: typedIn('Paste the temporary password from the email.'),
    newPassword: newPassword(15),
    confirmPassword: z.string(),
  })
  .check(passwordTwice);

export const changePasswordInput = z
  .object({
    currentPassword: typedIn('Enter your present password.'),
    newPassword: newPassword(15),
    confirmPassword: z.string(),
  })
  .check(passwordTwice);

export const totpInput = z.object({
  code: z.string().check(
    z.overwrite((typed) => typed.replace(/\s/g, '')),
    z.regex(/^\d{6}$/, { error: 'Enter the six digits your authenticator app shows now.' }),
  ),
});

export const acceptInvitationInput = z
  .object({
    code: typedIn('Paste the code from the invitation.'),
    firstName: line('your first name'),
    lastName: line('your last name'),
    newPassword: newPassword(12),
    confirmPassword: z.string(),
  })
  .check(passwordTwice);
