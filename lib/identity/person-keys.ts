import 'server-only';
import type { Day } from '@/lib/shared/days';
import { indexKey } from '@/lib/shared/keyed-hash';
import type { Secret } from '@/lib/shared/secret';
import { recordKeys, typedKeys, type KeyMaker, type KnownFacts, type MatchKeyKind, type TypedFacts, type TypedKeys } from './match-keys';

export type MatchKeyValue = { readonly kind: MatchKeyKind; readonly key: Uint8Array };

export function ssnKey(ssn: Secret): Uint8Array {
  return indexKey('ssn', ssn.reveal());
}

export function birthDateKey(birthDate: Secret<Day>): Uint8Array {
  return indexKey('birth_date', birthDate.reveal());
}

/** Every keyed hash a record is found by or compared by. */
export function matchKeys(known: KnownFacts): MatchKeyValue[] {
  return recordKeys(known, hashes());
}

/** The same hashes of what somebody typed and of its likely slips, in hexadecimal. */
export function typedMatchKeys(typed: TypedFacts): TypedKeys<string> {
  const make = hashes();
  return typedKeys(typed, (kind, fact, near) => Buffer.from(make(kind, fact, near)).toString('hex'));
}

const nearBytes = 8;

/** A keyed hash, which begins with that of what is near where there is such: 192 bits are left for the fact itself. */
function hashes(): KeyMaker<Uint8Array> {
  const beginnings = new Map<string, Uint8Array>();
  return (kind, fact, near) => {
    const hash = indexKey(kind, fact);
    if (near === undefined) return hash;
    const purpose = `${kind}_near`;
    const beginning = beginnings.get(purpose + near) ?? indexKey(purpose, near).subarray(0, nearBytes);
    beginnings.set(purpose + near, beginning);
    return Buffer.concat([beginning, hash.subarray(nearBytes)]);
  };
}
