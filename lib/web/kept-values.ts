import { maskSsn } from '@/lib/shared/text';

export type Values = Readonly<Record<string, string | string[]>>;

/** Nine digits alone are something else here: an EIN, the number on a certificate, a check or a slip, a ZIP code, a telephone with a slip. */
const numbers = new Set([
  ...['ein', 'decision', 'account', 'certificate', 'certificateNumber', 'about', 'serial', 'slipReference', 'postalCode', 'phone', 'continueTo'],
]);
/** Where people have digits before the @. */
const addresses = new Set(['email', 'verifyEmail', 'oldEmail', 'newEmail', 'username']);

/** What a form may have back of what was typed: the fields named, and no Social Security number in any of them. */
export function keptValues(values: Values, names: readonly string[]): Record<string, string | string[]> {
  const kept = Object.entries(values).filter(([name]) => names.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value === 'string' ? keptValue(name, value) : value.map((one) => keptValue(name, one))]));
}

export function keptValue(name: string, value: string): string {
  return isOtherNumber(name, value.trim()) ? value : maskSsn(value);
}

function isOtherNumber(name: string, value: string): boolean {
  if (/\s/.test(value) || isGrouped(value)) return false;
  return numbers.has(name) || (addresses.has(name) && value.includes('@'));
}

// In the groups of a Social Security card nothing else is written.
function isGrouped(value: string): boolean {
  return maskSsn(value) !== value && !/(?<!\d)\d{9}(?!\d)/.test(value);
}
