import { randomUUID } from 'node:crypto';
import type { claim } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { dayInConnecticut } from '@/lib/shared/days';
import { ssnKey } from './person-keys';
import { promisedBy } from './rules';
import { unsealTyped } from './sealed-record';
import { findHoldersOfSsn } from './steps';
import { insertCase, insertClaim, insertPerson, nextEin, type NewCase } from './store';

type Typed = Parameters<typeof unsealTyped>[0] & { readonly firstName: string; readonly lastName: string };

/** A new person with a new EIN, of what was typed at Register. Undefined where that SSN is on record already. */
export async function createTyped(tx: Tx, registered: Typed, now: Date): Promise<{ personId: string; ein: string } | undefined> {
  const { firstName, lastName } = registered;
  const typed = { firstName, lastName, ...unsealTyped(registered) };
  if ((await findHoldersOfSsn(tx, ssnKey(typed.ssn))).length > 0) return undefined;
  const personId = randomUUID();
  const ein = await nextEin(tx);
  return (await insertPerson(tx, { id: personId, ein, typed }, now)) ? { personId, ein } : undefined;
}

export type NewLink = Pick<typeof claim.$inferInsert, 'accountId' | 'personId' | 'typedFirstName' | 'typedLastName'>;

/** A full link that a person decided on: its id, or undefined where another account got the record first. */
export async function linkByStaff(tx: Tx, link: NewLink, now: Date): Promise<string | undefined> {
  const id = randomUUID();
  const full = { strength: 'full', evidence: { basis: 'staff' }, linkedAt: now, fullAt: now } as const;
  return (await insertClaim(tx, { id, ...link, ...full })) ? id : undefined;
}

/** Opens a case on behalf of somebody. Returns its id and reference. */
export async function openCaseFor(tx: Tx, about: Omit<NewCase, 'id' | 'promisedBy'>, now: Date): Promise<{ id: string; reference: string }> {
  const id = randomUUID();
  const reference = await insertCase(tx, { id, ...about, promisedBy: promisedBy(dayInConnecticut(now)) }, now);
  return { id, reference };
}
