import type { Day } from '@/lib/shared/days';
import type { Secret } from '@/lib/shared/secret';
import { compareNames, type NamesOnFile, type TypedNames } from './agreement';
import { coincidence, type Commonness } from './coincidence';
import type { Candidate } from './matching';
import { nameKey, nameWords, soundOf } from './names';
import { daySlips, monthAndDaySwapped, ssnSlips } from './slips';

export type MatchKeyKind = 'ssn' | 'ssn_head' | 'ssn_tail' | 'birth_date' | 'birth_date_name' | 'first_name' | 'last_name';

/**
 * Makes of a fact what may be kept and looked for: a keyed hash in the database, the fact itself in a file. Keys of facts that
 * share what is `near` stand side by side in an index, so that many of them are looked for at the cost of one.
 */
export type KeyMaker<Key> = (kind: MatchKeyKind, fact: string, near?: string) => Key;

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
  const facts: [MatchKeyKind, string, string?][] = [
    ['birth_date', born],
    ...names.map((form): [MatchKeyKind, string] => ['birth_date_name', `${born}|${form}`]),
    ['first_name', nameKey(known.firstName)],
    ...[...new Set(known.lastNames.map(nameKey))].map((key): [MatchKeyKind, string] => ['last_name', key]),
  ];
  const ssn = known.ssn?.reveal();
  if (ssn !== undefined) facts.push(['ssn', ssn], ['ssn_head', ssn, headOf(ssn)], ['ssn_tail', ssn, tailOf(ssn)]);
  return facts.map(([kind, fact, near]) => ({ kind, key: make(kind, fact, near) }));
}

// A slip leaves one of the two as it is, but for one that swaps the digits on either side.
const headOf = (ssn: string): string => ssn.slice(0, 5);
const tailOf = (ssn: string): string => ssn.slice(5);

/** A name as it is found by: whole, each of its words, what the whole sounds like, and between which letters it stands. */
function nameForms(name: string): string[] {
  const key = nameKey(name);
  if (key === '') return [];
  return [key, ...nameWords(name).filter((word) => word.length > 1), `~${soundOf(key)}`, `${key.at(0)}…${key.at(-1)}`];
}

export type TypedFacts = TypedNames & { readonly ssn: Secret; readonly birthDate: Secret<Day> };

export type TypedKeys<Key> = {
  /** What was typed, and the slip that is near to nothing of it. */
  readonly ssn: readonly [Key, ...Key[]];
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
    ...typedSsn(ssn, make),
    birthDate: make('birth_date', born),
    birthDateSlips: daySlips(born).map((slip) => make('birth_date', slip)),
    names: facts.map((fact) => make('birth_date_name', fact)),
  };
}

function typedSsn<Key>(ssn: string, make: KeyMaker<Key>): Pick<TypedKeys<Key>, 'ssn' | 'ssnSlips'> {
  const slips = ssnSlips(ssn);
  const [sameHead, sameTail] = [slips.filter((slip) => headOf(slip) === headOf(ssn)), slips.filter((slip) => tailOf(slip) === tailOf(ssn))];
  const others = slips.filter((slip) => !sameHead.includes(slip) && !sameTail.includes(slip));
  return {
    ssn: [make('ssn', ssn), ...others.map((slip) => make('ssn', slip))],
    ssnSlips: [
      ...sameHead.map((slip) => make('ssn_head', slip, headOf(slip))),
      ...sameTail.map((slip) => make('ssn_tail', slip, tailOf(slip))),
    ],
  };
}

/** A record found by what somebody typed, compared but for its names. */
export type FoundRecord = NamesOnFile & Pick<Candidate, 'personId' | 'ssn' | 'birthDate' | 'isClaimed' | 'isDisavowed' | 'emailAgrees'> & {
  readonly common?: Commonness | undefined;
};

/** What agrees between what was typed and a record found by it. */
export function asCandidate(typed: TypedNames, record: FoundRecord): Candidate {
  const { personId, ssn, birthDate, isClaimed, isDisavowed, emailAgrees } = record;
  const names = compareNames(typed, record);
  return { personId, ssn, birthDate, ...names, coincidence: coincidence(names, record.common), isClaimed, isDisavowed, emailAgrees };
}
