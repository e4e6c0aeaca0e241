import 'server-only';
import type { Day } from '@/lib/shared/days';
import { seal, unseal } from '@/lib/shared/sealed';
import { secret, type Secret } from '@/lib/shared/secret';

/** SSN and birth date of a record before a decision changed them, or as they were proposed. */
export type KeptSecrets = {
  readonly ssn?: Secret | undefined;
  readonly birthDate?: Secret<Day> | undefined;
  readonly holdsSsn: boolean;
};

const column = 'identity_decision.sealed';

/** Sealed as one text and bound to the decision's row. */
export function sealKept({ ssn, birthDate, holdsSsn }: KeptSecrets, decisionId: string): Uint8Array {
  const plain = JSON.stringify({ ssn: ssn?.reveal(), birthDate: birthDate?.reveal(), holdsSsn });
  return seal(secret(plain), { column, row: decisionId });
}

export function unsealKept(sealed: Uint8Array, decisionId: string): KeptSecrets {
  const plain = JSON.parse(unseal(sealed, { column, row: decisionId }).reveal()) as { ssn?: string; birthDate?: Day; holdsSsn: boolean };
  const { ssn, birthDate, holdsSsn } = plain;
  return { holdsSsn, ssn: ssn === undefined ? undefined : secret(ssn), birthDate: birthDate === undefined ? undefined : secret(birthDate) };
}
