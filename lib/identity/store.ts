import { and, eq, isNull, sql } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import { nextReference } from '@/db/references';
import { claim, disavowalCode, identityCase, matchKey, person, personContact, personSecret } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import type { Secret } from '@/lib/shared/secret';
import type { NamesOnFile } from './agreement';
import type { Commonness } from './coincidence';
import { asCandidate } from './match-keys';
import { sealRecord } from './sealed-record';
import type { TypedIdentity } from './model';
import { birthDateKey, matchKeys, ssnKey, typedMatchKeys } from './person-keys';
import type { Candidate } from './matching';

type CandidateRow = NamesOnFile & {
  readonly personId: string;
  readonly ssn: keyof typeof agreements;
  readonly birthDate: keyof typeof agreements;
  readonly isClaimed: boolean;
  readonly isDisavowed: boolean;
  readonly emailAgrees: boolean;
  /** Null until names have been counted. */
  readonly people: number | null;
  readonly sameFirstName: number;
  readonly sameLastName: number;
};

/** The records that may be meant, compared with what was typed: a look-up by index, whatever the size of the registry. */
export async function findCandidates(tx: Tx, typed: TypedIdentity): Promise<Candidate[]> {
  const keys = typedMatchKeys(typed);
  const ssns = byteaArray(keys.ssn);
  const slips = byteaArray(keys.ssnSlips);
  const names = byteaArray(keys.names);
  const birthDates = byteaArray([keys.birthDate, ...keys.birthDateSlips]);
  const rows = await tx.execute<CandidateRow>(sql`
    select person_id as "personId", ssn, birth_date as "birthDate", first_name as "firstName", middle_name as "middleName", last_names as "lastNames",
      is_claimed as "isClaimed", is_disavowed as "isDisavowed", email_agrees as "emailAgrees",
      people, same_first_name as "sameFirstName", same_last_name as "sameLastName"
    from match_candidates(${ssns}::bytea[], ${slips}::bytea[], ${names}::bytea[], ${birthDates}::bytea[])`);
  return rows.map((row) => {
    const { ssn, birthDate, ...record } = row;
    return asCandidate(typed, { ...record, ssn: agreements[ssn], birthDate: agreements[birthDate], common: commonness(row) });
  });
}

// As match_candidates counts them.
const agreements = { 0: 'differs', 1: 'near', 2: 'equal' } as const;

function commonness({ people, sameFirstName, sameLastName }: CandidateRow): Commonness | undefined {
  return people === null ? undefined : { people, sameFirstName, sameLastName };
}

/** Whether my record is of somebody born that day, told by keyed hash: the web's role cannot read the day itself. */
export async function isBornOn(tx: Tx, personId: string, birthDate: Secret<Day>): Promise<boolean> {
  const key = Buffer.from(birthDateKey(birthDate));
  const [row] = await tx.execute<{ agrees: boolean }>(sql`select is_born_on(${personId}, ${key}) as agrees`);
  return row?.agrees ?? false;
}

function byteaArray(keys: readonly string[]): string {
  return `{${keys.map((key) => `"\\\\x${key}"`).join(',')}}`;
}

/** False where another account's claim on this person (or another claim of this account) lives: the unique indexes decide. */
export async function insertClaim(tx: Tx, values: typeof claim.$inferInsert): Promise<boolean> {
  try {
    await tx.transaction((inner) => inner.insert(claim).values(values));
    return true;
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'claim_live_person')) return false;
    throw thrown;
  }
}

/** False where the SSN got a record in the meantime. */
export async function insertPerson(
  tx: Tx,
  values: { readonly id: string; readonly ein: string; readonly typed: TypedIdentity },
  now: Date,
): Promise<boolean> {
  const { id, ein, typed } = values;
  try {
    await tx.transaction(async (inner) => {
      const names = { firstName: typed.firstName, lastName: typed.lastName };
      await inner.insert(person).values({ id, ein, ...names, source: 'registered', createdAt: now });
      await inner.insert(personContact).values({ personId: id, updatedAt: now });
      const sealed = sealRecord(typed, { ssn: 'person_secret.ssn', birthDate: 'person_secret.birth_date' }, id);
      await inner.insert(personSecret).values({ personId: id, ...sealed, ssnKey: ssnKey(typed.ssn) });
      const keys = matchKeys({ ...typed, lastNames: [typed.lastName] });
      await inner.insert(matchKey).values(keys.map((one) => ({ ...one, personId: id })));
    });
    return true;
  } catch (thrown) {
    if (isUniqueViolation(thrown, 'person_secret_ssn')) return false;
    throw thrown;
  }
}

export async function nextEin(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ ein: string }>(sql`select next_ein() as ein`);
  if (!row) throw new Error('No EIN was issued');
  return row.ein;
}

export type NewCase = {
  readonly id: string;
  readonly kind: (typeof identityCase.$inferInsert)['kind'];
  readonly accountId: string | null;
  readonly registrationId: string | null;
  readonly candidateIds: readonly string[];
  readonly details: Record<string, string>;
  readonly promisedBy: Day;
};

/** Opens a case under the next reference and returns it. */
export async function insertCase(tx: Tx, values: NewCase, now: Date): Promise<string> {
  const reference = await nextReference(tx, 'C');
  await tx.insert(identityCase).values({ ...values, reference, candidateIds: [...values.candidateIds], openedAt: now });
  return reference;
}

/** The open case of this kind that an account waits for. */
export async function findOpenCaseOf(tx: Tx, accountId: string, kind: NewCase['kind']): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: identityCase.id })
    .from(identityCase)
    .where(and(eq(identityCase.accountId, accountId), eq(identityCase.kind, kind), isNull(identityCase.closedAt)));
  return row?.id;
}

/** The claim a code was sent about, locked. */
export async function lockClaimOfCode(tx: Tx, codeHash: Uint8Array) {
  const [row] = await tx
    .select({ claim })
    .from(disavowalCode)
    .innerJoin(claim, eq(claim.id, disavowalCode.claimId))
    .where(eq(disavowalCode.codeHash, codeHash))
    .for('update', { of: claim });
  return row?.claim;
}

export async function endClaim(tx: Tx, id: string, because: string, now: Date): Promise<void> {
  await tx.update(claim).set({ endedAt: now, endedBecause: because }).where(eq(claim.id, id));
}
