import type { PasswordRefusal } from '@/lib/accounts/password-rules';

/** Why a new password will not do, wherever one is chosen. */
export const passwordSentences: Readonly<Record<PasswordRefusal, string>> = {
  password_too_common: 'Many people use this password, so it is easily guessed. Choose other words.',
  password_names_you: 'This password is mostly your own name or email address. Choose words that have nothing to do with you.',
  password_repeats: 'This password repeats or runs through a few characters. Choose different words.',
};

export const passwordFields = {
  password_too_common: 'newPassword',
  password_names_you: 'newPassword',
  password_repeats: 'newPassword',
} as const;
