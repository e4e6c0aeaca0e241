import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { identityCase, personContact } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import { requestPages, type RequestKind } from './rules';

/** What an account may know of the person it is linked to. Provisional sees the name as typed, never as on file. */
export type MyRecord = {
  readonly personId: string;
  readonly ein: string;
  readonly strength: 'full' | 'provisional';
  readonly firstName: string;
  readonly lastName: string;
};

export type MyCase = { readonly reference: string; readonly kind: string; readonly promisedBy: Day };

export async function findMyRecord(tx: Tx): Promise<MyRecord | undefined> {
  const [row] = await tx.execute<MyRecord>(sql`
    select person_id as "personId", ein, strength, first_name as "firstName", last_name as "lastName" from my_record()`);
  return row;
}

const requestKinds = Object.keys(requestPages) as RequestKind[];

/** What they wait for before they have a record. What they asked for themselves is another matter. */
export async function findMyOpenCase(tx: Tx, accountId: string): Promise<MyCase | undefined> {
  const [row] = await tx
    .select({ reference: identityCase.reference, kind: identityCase.kind, promisedBy: identityCase.promisedBy })
    .from(identityCase)
    .where(and(eq(identityCase.accountId, accountId), isNull(identityCase.closedAt), notInArray(identityCase.kind, requestKinds)))
    .orderBy(asc(identityCase.openedAt))
    .limit(1);
  return row && { ...row, promisedBy: row.promisedBy as Day };
}

/** Row-level security lets a provisional link see no contact row at all. */
export async function findMyContact(tx: Tx, personId: string): Promise<typeof personContact.$inferSelect | undefined> {
  const [row] = await tx.select().from(personContact).where(eq(personContact.personId, personId));
  return row;
}
