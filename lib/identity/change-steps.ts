import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { byteaArray, textArray } from '@/db/many-rows';
import { account } from '@/db/schema/accounts';
import { claim, disavowalCode, person, personContact, previousName, recordChange } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { AuditEvent } from '@/lib/audit/model';
import { must } from '@/lib/shared/result';
import { restoredBy, type FieldsOnFile, type Restored } from './change-rules';
import { keysOfNamesAlone } from './key-steps';

type RecordChange = typeof recordChange.$inferSelect;
type NewChange = Pick<RecordChange, 'field' | 'before' | 'after'> & { readonly previousNameId?: string };

/** Keeps what an educator is about to replace on their record, under the link through which they do it. */
export async function keepChanges(tx: Tx, accountId: string, changes: readonly NewChange[], now: Date): Promise<void> {
  const [link] = await tx.select({ id: claim.id }).from(claim).where(and(eq(claim.accountId, accountId), isNull(claim.endedAt)));
  const claimId = must(link, 'the link through which a record is changed').id;
  await tx.insert(recordChange).values(changes.map((one) => ({ ...one, claimId, changedAt: now })));
}

type Link = { readonly id: string; readonly personId: string };

/** The account and the record of the link that a code was sent about, held in the order in which staff hold them. */
export async function lockPartiesOfCode(tx: Tx, codeHash: Uint8Array): Promise<void> {
  const ofCode = eq(disavowalCode.codeHash, codeHash);
  const [link] = await tx.select({ claim }).from(disavowalCode).innerJoin(claim, eq(claim.id, disavowalCode.claimId)).where(ofCode);
  if (!link) return;
  await tx.select({ id: account.id }).from(account).where(eq(account.id, link.claim.accountId)).for('update');
  await tx.select({ id: person.id }).from(person).where(eq(person.id, link.claim.personId)).for('update');
}

/**
 * What was changed through a link that turned out to be wrong is as it was before. Lock the person first. Returns what goes
 * into the audit trail.
 */
export async function takeChangesBack(tx: Tx, { id: claimId, personId }: Link, now: Date): Promise<AuditEvent[]> {
  const changes = await standingChanges(tx, [claimId]);
  if (changes.length === 0) return [];
  const { values, previousNameIds } = restoredBy(changes, await fieldsOnFile(tx, personId));
  await tx.update(recordChange).set({ takenBackAt: now }).where(inArray(recordChange.id, changes.map(({ id }) => id)));
  const contact = Object.fromEntries(values.flatMap(({ field, back }) => (field === 'lastName' ? [] : [[field, back]])));
  if (Object.keys(contact).length > 0) {
    await tx.update(personContact).set({ ...contact, updatedAt: now }).where(eq(personContact.personId, personId));
  }
  const lastName = values.find(({ field }) => field === 'lastName')?.back;
  if (lastName) await tx.update(person).set({ lastName }).where(eq(person.id, personId));
  await forgetNames(tx, { id: claimId, personId }, { changes, previousNameIds });
  const fields = values.map(({ field }) => field);
  return fields.length === 0 ? [] : [{ type: 'profile_changes_undone', subject: { kind: 'person', id: personId }, details: { fields } }];
}

type Names = { readonly changes: readonly RecordChange[]; readonly previousNameIds: readonly string[] };

/** The record is found no more by a name that it had through the link alone. */
async function forgetNames(tx: Tx, link: Link, { changes, previousNameIds }: Names): Promise<void> {
  const typed = changes.flatMap(({ field, after }) => (field === 'lastName' && after ? [after] : []));
  if (typed.length === 0) return;
  const others = await lastNamesOf(tx, link.personId, previousNameIds);
  const some = typed.filter((name) => !others.includes(name));
  const keys = await keysOfNamesAlone(tx, [{ personId: link.personId, some, others }]);
  const [names, found] = [textArray(previousNameIds), byteaArray(keys.map(({ key }) => key))];
  await tx.execute(sql`select take_name_change_back(${link.id}, ${names}::uuid[], ${found}::bytea[])`);
}

async function lastNamesOf(tx: Tx, personId: string, without: readonly string[]): Promise<string[]> {
  const [row] = await tx.select({ lastName: person.lastName }).from(person).where(eq(person.id, personId));
  const before = await tx.select({ id: previousName.id, lastName: previousName.lastName }).from(previousName).where(eq(previousName.personId, personId));
  const kept = before.filter(({ id }) => !without.includes(id));
  return [must(row, 'the person of a link'), ...kept].map(({ lastName }) => lastName);
}

/** What would go back if each of these links were taken back, by link. */
export async function findRestored(tx: Tx, claimIds: readonly string[]): Promise<ReadonlyMap<string, Restored[]>> {
  const changes = await standingChanges(tx, claimIds);
  const found = new Map<string, Restored[]>();
  for (const claimId of new Set(changes.map((one) => one.claimId))) {
    const [link] = await tx.select({ personId: claim.personId }).from(claim).where(eq(claim.id, claimId));
    const onFile = await fieldsOnFile(tx, must(link, 'the link of a change').personId);
    found.set(claimId, restoredBy(changes.filter((one) => one.claimId === claimId), onFile).values);
  }
  return found;
}

async function standingChanges(tx: Tx, claimIds: readonly string[]): Promise<RecordChange[]> {
  if (claimIds.length === 0) return [];
  return tx
    .select()
    .from(recordChange)
    .where(and(inArray(recordChange.claimId, [...claimIds]), isNull(recordChange.takenBackAt)))
    .orderBy(desc(recordChange.id));
}

async function fieldsOnFile(tx: Tx, personId: string): Promise<FieldsOnFile> {
  const { addressLine1, addressLine2, city, state, postalCode, phone } = personContact;
  const [row] = await tx
    .select({ lastName: person.lastName, addressLine1, addressLine2, city, state, postalCode, phone })
    .from(person)
    .leftJoin(personContact, eq(personContact.personId, person.id))
    .where(eq(person.id, personId));
  return must(row, 'the person of a link');
}
