import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { claim, person, personContact, personSecret, previousName, type registration } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { unseal } from '@/lib/shared/sealed';
import { nameKey } from './names';

/** A record that may be meant. What agrees with what was typed is null where nothing was typed. */
export type CaseCandidate = {
  readonly ein: string;
  readonly name: string;
  readonly previousLastNames: readonly string[];
  readonly maskedSsn: string | null;
  readonly ssnAgrees: boolean | null;
  readonly birthDateAgrees: boolean | null;
  readonly nameAgrees: boolean | null;
  readonly emailAgrees: boolean;
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
  ids: readonly string[],
  registered: Registered | null,
  emailKey: string | undefined,
): Promise<CaseCandidate[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ person, secrets: personSecret, claim, holder: holderColumns, onFile: personContact.emailKey, previous: previousNames })
    .from(person)
    .leftJoin(personSecret, eq(personSecret.personId, person.id))
    .leftJoin(personContact, eq(personContact.personId, person.id))
    .leftJoin(claim, and(eq(claim.personId, person.id), isNull(claim.endedAt)))
    .leftJoin(account, eq(account.id, claim.accountId))
    .where(inArray(person.id, [...ids]))
    .orderBy(asc(person.ein));
  return rows.map((row) => ({
    ein: row.person.ein,
    name: [row.person.firstName, row.person.middleName, row.person.lastName, row.person.suffix].filter(Boolean).join(' '),
    previousLastNames: row.previous,
    ...comparison(row.secrets, registered),
    nameAgrees: registered && namesAgree(registered, { ...row.person, previous: row.previous }),
    emailAgrees: emailKey !== undefined && row.onFile === emailKey,
    heldBy: row.claim &&
      row.holder && {
        name: `${row.holder.firstName} ${row.holder.lastName}`,
        strength: row.claim.strength,
        since: row.claim.linkedAt,
      },
  }));
}

const holderColumns = { firstName: account.firstName, lastName: account.lastName };

const previousNames = sql<string[]>`array(select ${previousName.lastName} from ${previousName}
  where ${previousName.personId} = ${person.id} order by 1)`;

/** Compares in here, so that neither birth date leaves. */
function comparison(secrets: Secrets | null, registered: Registered | null) {
  const onFile = secrets?.ssnCiphertext ? ssnOnFile(secrets.ssnCiphertext, secrets.personId) : undefined;
  const maskedSsn = onFile === undefined ? null : masked(onFile);
  if (!secrets || !registered) return { maskedSsn, ssnAgrees: null, birthDateAgrees: null };
  const born = unseal(secrets.birthDateCiphertext, { column: 'person_secret.birth_date', row: secrets.personId }).reveal();
  const typedBorn = unseal(registered.birthDateCiphertext, { column: 'registration.birth_date', row: registered.id }).reveal();
  return { maskedSsn, ssnAgrees: onFile === typedSsn(registered), birthDateAgrees: born === typedBorn };
}

type Names = { readonly firstName: string; readonly lastName: string; readonly previous: readonly string[] };

function namesAgree(typed: Registered, onFile: Names): boolean {
  const lastNames = [onFile.lastName, ...onFile.previous].map(nameKey);
  return nameKey(typed.firstName) === nameKey(onFile.firstName) && lastNames.includes(nameKey(typed.lastName));
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
