/** Digits only: people type spaces and hyphens, and paste them. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/** The check digit every card number carries (Luhn, ISO/IEC 7812-1). */
export function hasCheckDigit(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** American Express prints four digits on the front; everyone else three on the back. */
export function securityCodeLength(number: string): 3 | 4 {
  return /^3[47]/.test(number) ? 4 : 3;
}

/** Reads "12/34", "12 / 2034" or "1234" as month and four-digit year. */
export function readExpiry(typed: string): { readonly month: number; readonly year: number } | undefined {
  const parts = /^\s*(\d{1,2})\s*[/\-. ]\s*(\d{2}|\d{4})\s*$/.exec(typed) ?? /^\s*(\d{2})(\d{2}|\d{4})\s*$/.exec(typed);
  if (!parts) return undefined;
  const month = Number(parts[1]);
  const year = Number(parts[2]) + (parts[2]?.length === 2 ? 2000 : 0);
  return month >= 1 && month <= 12 ? { month, year } : undefined;
}

/** A card is good to the end of the month printed on it. `at` is in seconds. */
export function isPast(expiry: { readonly month: number; readonly year: number }, at: number): boolean {
  return Date.UTC(expiry.year, expiry.month, 1) <= at * 1000;
}
