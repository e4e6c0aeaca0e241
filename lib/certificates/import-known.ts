import { nameKey } from '@/lib/identity/names';
import type { MatchKeyKind } from '@/lib/identity/match-keys';
import { matchKeys, type MatchKeyValue } from '@/lib/identity/person-keys';
import type { Day } from '@/lib/shared/days';
import { unseal } from '@/lib/shared/sealed';
import { secret } from '@/lib/shared/secret';
import type { MergedRecord, PersonOnRecord } from './import-store';

export type Known = {
  readonly id: string;
  readonly firstName: string;
  readonly lastNames: Set<string>;
  /** Written out when asked: most people have one row. */
  readonly keys: () => readonly string[];
  /** What the EIN was before it became part of this person. */
  readonly before?: { readonly into: string; readonly keys: () => readonly string[] } | undefined;
};

/** Two EINs of one person share what is known of them. */
export function knownByEin(onRecord: readonly PersonOnRecord[]): Map<string, Known> {
  const names = new Map<string, Set<string>>();
  const asKnown = ({ lastNames, matchKeys: keys, merged, ...one }: PersonOnRecord): Known => {
    const theirs = names.get(one.id) ?? new Set(lastNames.map(nameKey));
    names.set(one.id, theirs);
    const before = merged ? { into: merged.into, keys: () => keysBefore(merged) } : undefined;
    return { ...one, lastNames: theirs, keys: () => keys, before };
  };
  return new Map(onRecord.map((one) => [one.ein, asKnown(one)]));
}

// Made again of what the record keeps: its keys went when it was merged.
function keysBefore({ firstName, lastName, secrets }: MergedRecord): string[] {
  return matchKeys({ ...unsealRecord(secrets), firstName, lastNames: [lastName] }).map(keyText);
}

export function isSamePerson({ keys: held, before }: Known, keys: readonly MatchKeyValue[]): boolean {
  return agrees(held(), keys) || (before !== undefined && agrees(before.keys(), keys));
}

// With an SSN, both it and the birth date; without one on either side, birth date and a name.
function agrees(held: readonly string[], keys: readonly MatchKeyValue[]): boolean {
  const shares = (kind: MatchKeyKind): boolean => keys.some((one) => one.kind === kind && held.includes(keyText(one)));
  const hasSsn = held.some((key) => key.startsWith('ssn '));
  if (keys.some(({ kind }) => kind === 'ssn') !== hasSsn) return false;
  return hasSsn ? shares('ssn') && shares('birth_date') : shares('birth_date_name');
}

export function isBornTheSame({ keys: held }: Known, keys: readonly MatchKeyValue[]): boolean {
  return keys.some((one) => one.kind === 'birth_date' && held().includes(keyText(one)));
}

export const secretColumns = { ssn: 'person_secret.ssn', birthDate: 'person_secret.birth_date' };

function unsealRecord({ personId, ssnCiphertext, birthDateCiphertext }: MergedRecord['secrets']) {
  return {
    ssn: ssnCiphertext ? unseal(ssnCiphertext, { column: secretColumns.ssn, row: personId }) : undefined,
    birthDate: secret(unseal(birthDateCiphertext, { column: secretColumns.birthDate, row: personId }).reveal() as Day),
  };
}

export function keyText({ kind, key }: MatchKeyValue): string {
  return `${kind} ${Buffer.from(key).toString('hex')}`;
}
