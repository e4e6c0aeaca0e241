import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { claim, person, personContact, personSecret, previousName, type registration } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import { unseal } from '@/lib/shared/sealed';
import { compareNames, compareWithSlips, type Agreement, type NameAgreement, type NamesOnFile } from './agreement';
import { daySlips, ssnSlips } from './slips';

/** How each field on file compares with what was typed. */
export type FieldEvidence = Readonly<Record<'ssn' | 'birthDate' | 'firstName' | 'lastName' | 'email', Agreement>>;

/** A record that may be meant. */
export type CaseCandidate = {
  readonly ein: string;
  readonly name: string;
  readonly names: Readonly<Record<'firstName' | 'middleName' | 'lastName' | 'suffix', string>>;
  readonly previousLastNames: readonly string[];
  readonly maskedSsn: string | null;
  /** Null where nothing was typed. */
  readonly evidence: FieldEvidence | null;
  /** Whoever reads the address on file said of an earlier link: this was not me. */
  readonly isDisavowed: boolean;
  /** Nothing typed led to it: staff brought it into the case by its EIN. */
  readonly isAdded: boolean;
  /** It has become part of another record. */
  readonly isMerged: boolean;
  readonly certificateNumbers: readonly string[];
  /** The account that holds it already. */
  readonly heldBy: { readonly name: string; readonly strength: 'full' | 'provisional'; readonly since: Date } | null;
};

/** "•••-••-6789" of the person of record: what staff may see of an SSN. */
export async function findMaskedSsn(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ sealed: personSecret.ssnCiphertext })
    .from(personSecret)
    .where(eq(personSecret.personId, personId));
  return row?.sealed ? masked(ssnOnFile(row.sealed, personId)) : null;
}

export type Registered = typeof registration.$inferSelect;
type Secrets = typeof personSecret.$inferSelect;

/** The records that may be meant, compared with what was typed. */
export async function candidatesOf(
  tx: Tx,
  { candidateIds, addedIds }: { readonly candidateIds: readonly string[]; readonly addedIds: readonly string[] },
  registered: Registered | null,
  emailKey: string | undefined,
): Promise<CaseCandidate[]> {
  if (candidateIds.length === 0) return [];
  const rows = await tx
    .select({
      ...{ person, secrets: personSecret, claim, holder: holderColumns, onFile: personContact.emailKey, previous: previousNames },
      ...{ isDisavowed, certificates: certificateNumbers },
    })
    .from(person)
    .leftJoin(personSecret, eq(personSecret.personId, person.id))
    .leftJoin(personContact, eq(personContact.personId, person.id))
    .leftJoin(claim, and(eq(claim.personId, person.id), isNull(claim.endedAt)))
    .leftJoin(account, eq(account.id, claim.accountId))
    .where(inArray(person.id, [...candidateIds]))
    .orderBy(asc(person.ein));
  return rows.map((row) => ({
    ein: row.person.ein,
    name: [row.person.firstName, row.person.middleName, row.person.lastName, row.person.suffix].filter(Boolean).join(' '),
    names: namesOf(row.person),
    previousLastNames: row.previous,
    isDisavowed: row.isDisavowed,
    isAdded: addedIds.includes(row.person.id),
    isMerged: row.person.mergedInto !== null,
    certificateNumbers: row.certificates,
    ...comparison(row.secrets, registered, {
      ...compareNamesOnFile(registered, { ...row.person, lastNames: [row.person.lastName, ...row.previous] }),
      email: emailKey !== undefined && row.onFile === emailKey ? 'equal' : 'differs',
    }),
    heldBy: row.claim &&
      row.holder && {
        name: `${row.holder.firstName} ${row.holder.lastName}`,
        strength: row.claim.strength,
        since: row.claim.linkedAt,
      },
  }));
}

function namesOf({ firstName, middleName, lastName, suffix }: typeof person.$inferSelect): CaseCandidate['names'] {
  return { firstName, middleName: middleName ?? '', lastName, suffix: suffix ?? '' };
}

const holderColumns = { firstName: account.firstName, lastName: account.lastName };

const previousNames = sql<string[]>`array(select ${previousName.lastName} from ${previousName}
  where ${previousName.personId} = ${person.id} order by 1)`;

const isDisavowed = sql<boolean>`exists (select from claim c where c.person_id = ${person.id} and c.ended_because = 'disavowed')`;

const certificateNumbers = sql<string[]>`array(select c.number from certificate c where c.person_id = ${person.id} order by 1)`;

type Shown = Pick<CaseCandidate, 'maskedSsn' | 'evidence'>;

/** Compares in here, so that neither SSN nor birth date leaves. */
function comparison(secrets: Secrets | null, registered: Registered | null, rest: Omit<FieldEvidence, 'ssn' | 'birthDate'>): Shown {
  const onFile = secrets?.ssnCiphertext ? ssnOnFile(secrets.ssnCiphertext, secrets.personId) : undefined;
  const maskedSsn = onFile === undefined ? null : masked(onFile);
  if (!secrets || !registered) return { maskedSsn, evidence: null };
  const born = unseal(secrets.birthDateCiphertext, { column: 'person_secret.birth_date', row: secrets.personId }).reveal();
  const typedBorn = unseal(registered.birthDateCiphertext, { column: 'registration.birth_date', row: registered.id }).reveal();
  const ssn = compareWithSlips(typedSsn(registered), onFile, ssnSlips);
  return { maskedSsn, evidence: { ssn, birthDate: compareWithSlips(typedBorn as Day, born as Day, daySlips), ...rest } };
}

function compareNamesOnFile(registered: Registered | null, onFile: NamesOnFile): NameAgreement {
  return registered ? compareNames(registered, onFile) : { firstName: 'differs', lastName: 'differs' };
}

function typedSsn({ id, ssnCiphertext }: Registered): string {
  return unseal(ssnCiphertext, { column: 'registration.ssn', row: id }).reveal();
}

export function typedSsnMasked(registered: Registered): string {
  return masked(typedSsn(registered));
}

function ssnOnFile(sealed: Uint8Array, personId: string): string {
  return unseal(sealed, { column: 'person_secret.ssn', row: personId }).reveal();
}

function masked(ssn: string): string {
  return `•••-••-${ssn.slice(-4)}`;
}
