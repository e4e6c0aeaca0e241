import type { Limit } from '@/lib/shared/limit';

/** A temporary password is good for this long after its email was sent (NIST SP 800-63B-4: emailed codes at most 24 hours). */
export const temporaryPasswordHours = 24;

export const sessionLimits = {
  idleMinutes: 15,
  warnAfterMinutes: 12,
  fullHours: 8,
  unfinishedMinutes: 15,
} as const;

/** security.md §3.7, by what always holds: account, email, code. */
export const limits = {
  signInAccount: { scope: 'sign_in.account', most: 10, seconds: 15 * 60 },
  signUpEmail: { scope: 'sign_up.email', most: 3, seconds: 60 * 60 },
  mailToAddress: { scope: 'mail.address', most: 10, seconds: 24 * 60 * 60 },
  forgotEmail: { scope: 'forgot.email', most: 3, seconds: 60 * 60 },
  totp: { scope: 'totp.account', most: 5, seconds: 15 * 60 },
  invitationCode: { scope: 'invitation.code', most: 10, seconds: 15 * 60 },
  recoveryAddress: { scope: 'recovery_address.account', most: 5, seconds: 24 * 60 * 60 },
  recoveryMail: { scope: 'recovery_mail.account', most: 3, seconds: 24 * 60 * 60 },
  emailChange: { scope: 'email_change.account', most: 5, seconds: 24 * 60 * 60 },
} as const satisfies Record<string, Limit>;

/**
 * By network address, where a proxy we trust names it. More than this is slowed and never refused: schools and phone carriers
 * share one address. Of claims only those count that linked nothing: somebody who guesses finds out little an hour, and sixty
 * teachers who register in the computer room of their school find their records and are not counted at all.
 */
export const addressLimits = {
  signIn: { scope: 'sign_in.address', most: 20, seconds: 60 },
  signUp: { scope: 'sign_up.address', most: 20, seconds: 20 },
  forgot: { scope: 'forgot.address', most: 20, seconds: 60 * 60 },
  register: { scope: 'register.address', most: 10, seconds: 60 * 60 },
  publicCheck: { scope: 'public_check.address', most: 120, seconds: 60 * 60 },
} as const satisfies Record<string, Limit>;

/** A personal password is half of a staff sign-in, also when it was set a moment ago by a code from an email. */
export function stageAfterPassword(kind: 'educator' | 'staff'): 'totp' | 'full' {
  return kind === 'staff' ? 'totp' : 'full';
}

/** A code to a second address, or to the new one, is good this long. */
export const recoveryHours = 24;

/** So long the address that was left can take a move back by itself; after that a person has to. */
export const objectionDays = 14;

export function hoursLater(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
