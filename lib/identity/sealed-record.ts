import 'server-only';
import type { Day } from '@/lib/shared/days';
import { seal } from '@/lib/shared/sealed';
import { secret, type Secret } from '@/lib/shared/secret';

/** SSN and birth date as they are stored: each bound to the column it is in and to the row. */
export function sealRecord(
  plain: { readonly ssn: Secret; readonly birthDate: Secret<Day> },
  columns: { readonly ssn: string; readonly birthDate: string },
  row: string,
): { ssnCiphertext: Uint8Array; birthDateCiphertext: Uint8Array } {
  return {
    ssnCiphertext: seal(plain.ssn, { column: columns.ssn, row }),
    birthDateCiphertext: seal(secret<string>(plain.birthDate.reveal()), { column: columns.birthDate, row }),
  };
}
