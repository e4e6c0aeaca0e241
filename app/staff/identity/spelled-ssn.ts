import type { Secret } from '@/lib/shared/secret';

/** As on the card. */
export function spelledSsn(ssn: Secret): string {
  const digits = ssn.reveal();
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}
