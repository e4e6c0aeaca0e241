import { z } from 'zod';
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
  readonly acknowledged: boolean;
  readonly roles: readonly StaffRole[];
  readonly startedAt: Date;
  readonly stepUpAt: Date | null;
};

const verifiedAddress = {
  email: emailAddress,
  verifyEmail: z.string().min(1, { error: 'Type your email address again.' }),
};

export const createAccountInput = z
  .object({ lastName: line('your last name'), firstName: line('your first name'), ...verifiedAddress })
  .refine((typed) => emailKey(typed.email) === emailKey(typed.verifyEmail), {
    path: ['verifyEmail'],
    error: 'The two email addresses differ. Check both.',
  });
export type CreateAccountInput = z.output<typeof createAccountInput>;

export const correctAddressInput = z
  .object(verifiedAddress)
  .refine((typed) => emailKey(typed.email) === emailKey(typed.verifyEmail), {
    path: ['verifyEmail'],
    error: 'The two email addresses differ. Check both.',
  });

export const signInInput = z.object({
  username: z.string().trim().min(1, { error: 'Enter your username.' }).max(254),
  password: z.string().min(1, { error: 'Enter your password.' }).max(200),
});

export const oneEmailInput = z.object({ email: emailAddress });

export const forgotPasswordInput = z.object({
  username: z.string().trim().min(1, { error: 'Enter your username or your email address.' }).max(254),
});

const twiceTheSame = {
  path: ['confirmPassword'],
  error: 'The two new passwords differ. Type the same one twice.',
};

export const setPasswordInput = z
  .object({
    temporaryPassword: z.string().min(1, { error: 'Paste the temporary password from the email.' }).max(200),
    newPassword: newPassword(15),
    confirmPassword: z.string(),
  })
  .refine((typed) => typed.newPassword === typed.confirmPassword.normalize('NFC'), twiceTheSame);

export const changePasswordInput = z
  .object({
    currentPassword: z.string().min(1, { error: 'Enter your present password.' }).max(200),
    newPassword: newPassword(15),
    confirmPassword: z.string(),
  })
  .refine((typed) => typed.newPassword === typed.confirmPassword.normalize('NFC'), twiceTheSame);

export const totpInput = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'Enter the six digits your authenticator app shows now.' })),
});

export const acceptInvitationInput = z
  .object({
    code: z.string().min(1, { error: 'Paste the code from the invitation.' }).max(200),
    firstName: line('your first name'),
    lastName: line('your last name'),
    newPassword: newPassword(12),
    confirmPassword: z.string(),
  })
  .refine((typed) => typed.newPassword === typed.confirmPassword.normalize('NFC'), twiceTheSame);
