import 'server-only';
import type { Day } from '@/lib/shared/days';
import { seal, unseal } from '@/lib/shared/sealed';
import { secret, type Secret } from '@/lib/shared/secret';

type Plain = { readonly ssn: Secret; readonly birthDate: Secret<Day> };

/** SSN and birth date as they are stored: each bound to the column it is in and to the row. */
export function sealRecord(
  plain: Plain,
  columns: { readonly ssn: string; readonly birthDate: string },
  row: string,
): { ssnCiphertext: Uint8Array; birthDateCiphertext: Uint8Array } {
  return {
    ssnCiphertext: seal(plain.ssn, { column: columns.ssn, row }),
    birthDateCiphertext: seal(secret<string>(plain.birthDate.reveal()), { column: columns.birthDate, row }),
  };
}

type Typed = { readonly id: string; readonly ssnCiphertext: Uint8Array; readonly birthDateCiphertext: Uint8Array };

const typedColumns = { ssn: 'registration.ssn', birthDate: 'registration.birth_date' };

/** What somebody types at Register, as it is stored under its row. */
export function sealTyped(plain: Plain, row: string) {
  return sealRecord(plain, typedColumns, row);
}

/** The same, read again. Throws where the bytes were altered or moved to another row. */
export function unsealTyped({ id, ssnCiphertext, birthDateCiphertext }: Typed): Plain {
  return {
    ssn: unseal(ssnCiphertext, { column: typedColumns.ssn, row: id }),
    birthDate: secret(unseal(birthDateCiphertext, { column: typedColumns.birthDate, row: id }).reveal() as Day),
  };
}
