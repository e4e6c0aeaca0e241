import 'server-only';
import type { Day } from '@/lib/shared/days';
import { indexKey } from '@/lib/shared/keyed-hash';
import type { Secret } from '@/lib/shared/secret';
import { nameKey } from './names';

export type MatchKeyKind = 'ssn' | 'ssn_birth_date' | 'birth_date_name';
export type MatchKeyValue = { readonly kind: MatchKeyKind; readonly key: Uint8Array };

export function ssnKey(ssn: Secret): Uint8Array {
  return indexKey('ssn', ssn.reveal());
}

type Known = {
  readonly ssn?: Secret | undefined;
  readonly birthDate: Secret<Day>;
  readonly firstName: string;
  readonly lastNames: readonly string[];
};

/** Every keyed hash a person can be found by. The same function makes them for records and for what somebody typed. */
export function matchKeys(known: Known): MatchKeyValue[] {
  const born = known.birthDate.reveal();
  const first = nameKey(known.firstName);
  const byName = [...new Set(known.lastNames.map(nameKey))].map((last) => ({
    kind: 'birth_date_name' as const,
    key: indexKey('birth_date_name', `${born}|${last}|${first}`),
  }));
  if (!known.ssn) return byName;
  const digits = known.ssn.reveal();
  return [
    { kind: 'ssn', key: ssnKey(known.ssn) },
    { kind: 'ssn_birth_date', key: indexKey('ssn_birth_date', `${digits}|${born}`) },
    ...byName,
  ];
}
