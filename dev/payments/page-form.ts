import { digitsOf, hasCheckDigit, isPast, readExpiry, securityCodeLength } from './card-number';
import type { Payer } from './pay';

export const fieldNames = ['email', 'card_number', 'expiry', 'cvc', 'name', 'postal_code'] as const;
export type FieldName = (typeof fieldNames)[number];
export type Problems = Partial<Record<FieldName, string>>;

/** What the payer typed, as it came. */
export type Typed = Readonly<Record<FieldName, string>>;

export type CardForm =
  | { readonly ok: true; readonly number: string; readonly payer: Payer }
  | { readonly ok: false; readonly problems: Problems };

export const nothingTyped: Typed = { email: '', card_number: '', expiry: '', cvc: '', name: '', postal_code: '' };

export function typedIn(body: string, fixedEmail: string | null): Typed {
  const sent = new URLSearchParams(body);
  const typed = Object.fromEntries(fieldNames.map((name) => [name, (sent.get(name) ?? '').trim().slice(0, 200)]));
  return { ...nothingTyped, ...typed, ...(fixedEmail !== null && { email: fixedEmail }) };
}

/** Checks what can be checked without asking a bank. */
export function readCardForm(typed: Typed, at: number): CardForm {
  const number = digitsOf(typed.card_number);
  const expiry = readExpiry(typed.expiry);
  const problems = {
    ...problem('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email), 'Enter your email address.'),
    ...numberProblem(number),
    ...expiryProblem(expiry, at),
    ...problem('cvc', typed.cvc.length === securityCodeLength(number) && /^\d+$/.test(typed.cvc), cvcSentence(typed.cvc)),
    ...problem('name', typed.name !== '', 'Enter the name as it is on the card.'),
    ...problem('postal_code', /^\d{5}(-?\d{4})?$/.test(typed.postal_code), 'Enter your 5-digit ZIP code.'),
  };
  if (Object.keys(problems).length > 0 || !expiry) return { ok: false, problems };
  const { email, name, postal_code: postalCode } = typed;
  return { ok: true, number, payer: { email, name, postalCode, expMonth: expiry.month, expYear: expiry.year } };
}

function problem(name: FieldName, isFine: boolean, sentence: string): Problems {
  return isFine ? {} : { [name]: sentence };
}

function numberProblem(number: string): Problems {
  if (number.length < 12) return { card_number: 'Your card number is incomplete.' };
  return problem('card_number', hasCheckDigit(number), 'Your card number is invalid.');
}

function expiryProblem(expiry: ReturnType<typeof readExpiry>, at: number): Problems {
  if (!expiry) return { expiry: "Your card's expiration date is incomplete." };
  return problem('expiry', !isPast(expiry, at), "Your card's expiration date is in the past.");
}

function cvcSentence(cvc: string): string {
  return cvc === '' ? 'Enter the security code.' : "Your card's security code is incomplete or too long.";
}

/** Where a bank's answer belongs on the form. */
export function fieldOf(code: string): FieldName {
  if (code === 'expired_card') return 'expiry';
  return code === 'incorrect_cvc' ? 'cvc' : 'card_number';
}
