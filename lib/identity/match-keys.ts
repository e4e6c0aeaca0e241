import type { Day } from '@/lib/shared/days';
import type { Secret } from '@/lib/shared/secret';
import { compareNames, type Agreement, type NamesOnFile, type TypedNames } from './agreement';
import { coincidence, type Commonness } from './coincidence';
import type { Candidate } from './matching';
import { nameKey, nameWords, soundOf } from './names';
import { daySlips, monthAndDaySwapped, ssnSlips } from './slips';

export type MatchKeyKind = 'ssn' | 'ssn_birth_date' | 'birth_date' | 'birth_date_name' | 'first_name' | 'last_name';

/** Makes of a fact what may be kept and looked for: a keyed hash in the database, the fact itself in a file. */
export type KeyMaker<Key> = (kind: MatchKeyKind, fact: string) => Key;

export type KnownFacts = {
  readonly ssn?: Secret | undefined;
  readonly birthDate: Secret<Day>;
  readonly firstName: string;
  readonly lastNames: readonly string[];
};

/**
 * Every key of a record. It is found by SSN and by birth date with a name. Its birth date alone is only compared, for too many
 * people share one; its names alone are only counted.
 */
export function recordKeys<Key>(known: KnownFacts, make: KeyMaker<Key>): { kind: MatchKeyKind; key: Key }[] {
  const born = known.birthDate.reveal();
  const names = [...new Set([known.firstName, ...known.lastNames].flatMap(nameForms))];
  const facts: [MatchKeyKind, string][] = [
    ['birth_date', born],
    ...names.map((form): [MatchKeyKind, string] => ['birth_date_name', `${born}|${form}`]),
    ['first_name', nameKey(known.firstName)],
    ...[...new Set(known.lastNames.map(nameKey))].map((key): [MatchKeyKind, string] => ['last_name', key]),
  ];
  const ssn = known.ssn?.reveal();
  if (ssn !== undefined) facts.push(['ssn', ssn], ['ssn_birth_date', `${ssn}|${born}`]);
  return facts.map(([kind, fact]) => ({ kind, key: make(kind, fact) }));
}

/** A name as it is found by: whole, each of its words, what the whole sounds like, and between which letters it stands. */
function nameForms(name: string): string[] {
  const key = nameKey(name);
  if (key === '') return [];
  return [key, ...nameWords(name).filter((word) => word.length > 1), `~${soundOf(key)}`, `${key.at(0)}…${key.at(-1)}`];
}

export type TypedFacts = TypedNames & { readonly ssn: Secret; readonly birthDate: Secret<Day> };

export type TypedKeys<Key> = {
  readonly ssn: Key;
  readonly ssnSlips: readonly Key[];
  readonly birthDate: Key;
  readonly birthDateSlips: readonly Key[];
  readonly names: readonly Key[];
};

/** What somebody typed, as keys: what to look for, slips included, and what to compare a birth date with. */
export function typedKeys<Key>(typed: TypedFacts, make: KeyMaker<Key>): TypedKeys<Key> {
  const [ssn, born] = [typed.ssn.reveal(), typed.birthDate.reveal()];
  const names = [typed.firstName, typed.lastName];
  const facts = [
    ...new Set(names.flatMap(nameForms).map((form) => `${born}|${form}`)),
    ...new Set(names.map(nameKey).map((key) => `${monthAndDaySwapped(born)}|${key}`)),
  ];
  return {
    ssn: make('ssn', ssn),
    ssnSlips: ssnSlips(ssn).map((slip) => make('ssn', slip)),
    birthDate: make('birth_date', born),
    birthDateSlips: daySlips(born).map((slip) => make('birth_date', slip)),
    names: facts.map((fact) => make('birth_date_name', fact)),
  };
}

export type FoundRecord<Key> = NamesOnFile & {
  readonly personId: string;
  readonly keys: ReadonlySet<Key>;
  readonly isClaimed: boolean;
  readonly isDisavowed: boolean;
  readonly emailAgrees: boolean;
  readonly common?: Commonness | undefined;
};

/** What agrees between what was typed and a record found by it. */
export function asCandidate<Key>(typed: TypedNames, keys: TypedKeys<Key>, record: FoundRecord<Key>): Candidate {
  const { personId, isClaimed, isDisavowed, emailAgrees } = record;
  const names = compareNames(typed, record);
  return {
    personId,
    ssn: agreement(record.keys, keys.ssn, keys.ssnSlips),
    birthDate: agreement(record.keys, keys.birthDate, keys.birthDateSlips),
    ...names,
    coincidence: coincidence(names, record.common),
    isClaimed,
    isDisavowed,
    emailAgrees,
  };
}

function agreement<Key>(held: ReadonlySet<Key>, exact: Key, slips: readonly Key[]): Agreement {
  if (held.has(exact)) return 'equal';
  return slips.some((slip) => held.has(slip)) ? 'near' : 'differs';
}
