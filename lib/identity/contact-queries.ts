import { eq } from 'drizzle-orm';
import { person } from '@/db/schema/identity';
import { read, type Tx } from '@/db/transact';
import type { Ctx, Educator } from '@/lib/shared/context';
import { findMyContact, findMyOpenCase, findMyRecord, type MyCase, type MyRecord } from './queries';

export type Contact = {
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
};

export type MyProfile = {
  readonly record: MyRecord | null;
  readonly openCase: MyCase | null;
  /** None while the link is provisional: the database shows no row then. */
  readonly contact: Contact | null;
};

export async function findMyProfile(ctx: Ctx<Educator>): Promise<MyProfile> {
  const { accountId } = ctx.actor;
  return read(ctx.actor, async (tx) => {
    const record = (await findMyRecord(tx)) ?? null;
    if (!record) return { record, openCase: (await findMyOpenCase(tx, accountId)) ?? null, contact: null };
    const onFile = await findMyContact(tx, record.personId);
    if (!onFile) return { record, openCase: null, contact: null };
    const { addressLine1, addressLine2, city, state, postalCode, phone } = onFile;
    return { record, openCase: null, contact: { addressLine1, addressLine2, city, state, postalCode, phone } };
  });
}

export type EinLetter = { readonly ein: string; /** None while the link is provisional: nothing is printed from it. */ readonly name: string | null };

export async function findMyEinLetter(ctx: Ctx<Educator>): Promise<EinLetter | undefined> {
  return read(ctx.actor, async (tx) => {
    const record = await findMyRecord(tx);
    if (!record) return undefined;
    const name = record.strength === 'full' ? await findNameOnFile(tx, record.personId) : undefined;
    return { ein: record.ein, name: name ?? null };
  });
}

/** The whole name as it is on file, which a certificate carries. Only for who is fully linked. */
export async function findNameOnFile(tx: Tx, personId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ first: person.firstName, middle: person.middleName, last: person.lastName, suffix: person.suffix })
    .from(person)
    .where(eq(person.id, personId));
  return row && [row.first, row.middle, row.last, row.suffix].filter(Boolean).join(' ');
}
