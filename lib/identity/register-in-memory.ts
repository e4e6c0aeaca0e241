import type { Agreement, NamesOnFile } from './agreement';
import { asCandidate, recordKeys, typedKeys, type FoundRecord, type KeyMaker, type KnownFacts, type MatchKeyKind, type TypedFacts, type TypedKeys } from './match-keys';
import { decideMatch, type Match } from './matching';

export type RegisterRecord = NamesOnFile & KnownFacts & { readonly ein: string; readonly email: string };
export type EvaluatedClaim = TypedFacts & { readonly email: string };

const searchedKinds: ReadonlySet<MatchKeyKind> = new Set(['ssn', 'ssn_head', 'ssn_tail', 'birth_date_name']);
const asText: KeyMaker<string> = (kind, fact) => `${kind} ${fact}`;

/**
 * A register held in memory, so that the matcher can be tried on files: the same keys, comparisons and decision as in the
 * database, with the facts themselves for keyed hashes. Each claim stands alone: none takes a record from the next.
 */
export class RegisterInMemory {
  readonly #byKey = new Map<string, RegisterRecord[]>();
  readonly #byEmail = new Map<string, RegisterRecord[]>();
  readonly #named = new Map<string, number>();
  #people = 0;

  add(record: RegisterRecord): void {
    for (const { kind, key } of recordKeys(record, asText)) {
      if (searchedKinds.has(kind)) push(this.#byKey, key, record);
      if (kind === 'first_name' || kind === 'last_name') this.#named.set(key, this.#sharing(key) + 1);
    }
    if (record.email !== '') push(this.#byEmail, record.email, record);
    this.#people += 1;
  }

  /** `personId` in the answer is the EIN. The claim's address counts as proved. */
  match(claim: EvaluatedClaim): Match {
    const keys = typedKeys(claim, asText);
    const searched = [...keys.ssn, ...keys.ssnSlips, ...keys.names].flatMap((key) => this.#byKey.get(key) ?? []);
    const found = new Set([...searched, ...(this.#byEmail.get(claim.email) ?? [])]);
    return decideMatch([...found].map((record) => asCandidate(claim, this.#found(record, claim, keys))));
  }

  #found(record: RegisterRecord, { email }: EvaluatedClaim, typed: TypedKeys<string>): FoundRecord {
    const keys = recordKeys(record, asText);
    const held = new Set(keys.map(({ key }) => key));
    const most = (wanted: MatchKeyKind): number => Math.max(0, ...keys.map(({ kind, key }) => (kind === wanted ? this.#sharing(key) : 0)));
    const { ein, firstName, middleName, lastNames } = record;
    return {
      personId: ein,
      ssn: agreement(held, typed.ssn[0], [...typed.ssn, ...typed.ssnSlips]),
      birthDate: agreement(held, typed.birthDate, typed.birthDateSlips),
      ...{ firstName, middleName, lastNames, isClaimed: false, isDisavowed: false },
      emailAgrees: email !== '' && record.email === email,
      common: { people: this.#people, sameFirstName: most('first_name'), sameLastName: most('last_name') },
    };
  }

  #sharing(name: string): number {
    return this.#named.get(name) ?? 0;
  }
}

function agreement(held: ReadonlySet<string>, exact: string, slips: readonly string[]): Agreement {
  if (held.has(exact)) return 'equal';
  return slips.some((slip) => held.has(slip)) ? 'near' : 'differs';
}

function push(map: Map<string, RegisterRecord[]>, key: string, record: RegisterRecord): void {
  const held = map.get(key);
  if (held) held.push(record);
  else map.set(key, [record]);
}
