import 'server-only';
import type { Day } from '@/lib/shared/days';
import { indexKey } from '@/lib/shared/keyed-hash';
import type { Secret } from '@/lib/shared/secret';
import { recordKeys, typedKeys, type KnownFacts, type MatchKeyKind, type TypedFacts, type TypedKeys } from './match-keys';

export type MatchKeyValue = { readonly kind: MatchKeyKind; readonly key: Uint8Array };

export function ssnKey(ssn: Secret): Uint8Array {
  return indexKey('ssn', ssn.reveal());
}

export function birthDateKey(birthDate: Secret<Day>): Uint8Array {
  return indexKey('birth_date', birthDate.reveal());
}

/** Every keyed hash a record is found by or compared by. */
export function matchKeys(known: KnownFacts): MatchKeyValue[] {
  return recordKeys(known, indexKey);
}

/** The same hashes of what somebody typed and of its likely slips, in hexadecimal. */
export function typedMatchKeys(typed: TypedFacts): TypedKeys<string> {
  return typedKeys(typed, (kind, fact) => Buffer.from(indexKey(kind, fact)).toString('hex'));
}
