import { and, eq, isNull } from 'drizzle-orm';
import { claim, identityCase, person, personContact } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';

/** What an account may know of the person it is linked to. Provisional sees the name as typed, never as on file. */
export type MyRecord = {
  readonly personId: string;
  readonly ein: string;
  readonly strength: 'full' | 'provisional';
  readonly firstName: string;
  readonly lastName: string;
};

export type MyCase = { readonly reference: string; readonly kind: string; readonly promisedBy: Day };

export async function findMyRecord(tx: Tx, accountId: string): Promise<MyRecord | undefined> {
  const [row] = await tx
    .select({
      personId: person.id,
      ein: person.ein,
      strength: claim.strength,
      typedFirstName: claim.typedFirstName,
      typedLastName: claim.typedLastName,
      firstName: person.firstName,
      lastName: person.lastName,
    })
    .from(claim)
    .innerJoin(person, eq(person.id, claim.personId))
    .where(and(eq(claim.accountId, accountId), isNull(claim.endedAt)));
  if (!row) return undefined;
  const { personId, ein, strength } = row;
  const isFull = strength === 'full';
  return {
    personId,
    ein,
    strength,
    firstName: isFull ? row.firstName : row.typedFirstName,
    lastName: isFull ? row.lastName : row.typedLastName,
  };
}

export async function findMyOpenCase(tx: Tx, accountId: string): Promise<MyCase | undefined> {
  const [row] = await tx
    .select({ reference: identityCase.reference, kind: identityCase.kind, promisedBy: identityCase.promisedBy })
    .from(identityCase)
    .where(and(eq(identityCase.accountId, accountId), isNull(identityCase.closedAt)))
    .limit(1);
  return row && { ...row, promisedBy: row.promisedBy as Day };
}

/** Row-level security lets a provisional link see no contact row at all. */
export async function findMyContact(tx: Tx, personId: string): Promise<typeof personContact.$inferSelect | undefined> {
  const [row] = await tx.select().from(personContact).where(eq(personContact.personId, personId));
  return row;
}
