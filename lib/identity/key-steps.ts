import { eq, sql } from 'drizzle-orm';
import { textArray } from '@/db/many-rows';
import { person, personSecret } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import type { Day } from '@/lib/shared/days';
import { unseal } from '@/lib/shared/sealed';
import { secret } from '@/lib/shared/secret';
import { matchKeys, type MatchKeyValue } from './person-keys';

/** Some last names of a record, and all its others. */
export type NamesApart = { readonly personId: string; readonly some: readonly string[]; readonly others: readonly string[] };

/** The match keys that each record has by some of its last names alone: none of its other names accounts for them. */
export async function keysOfNamesAlone(tx: Tx, names: readonly NamesApart[]): Promise<{ personId: string; key: Uint8Array }[]> {
  const rows = await tx
    .select({ id: person.id, firstName: person.firstName, sealed: personSecret.birthDateCiphertext })
    .from(person)
    .innerJoin(personSecret, eq(personSecret.personId, person.id))
    .where(sql`${person.id} = any(${textArray(names.map(({ personId }) => personId))}::uuid[])`);
  const records = new Map(rows.map((row) => [row.id, row]));
  return names.flatMap(({ personId, some, others }) => {
    const record = records.get(personId);
    if (!record) return [];
    const birthDate = secret(unseal(record.sealed, { column: 'person_secret.birth_date', row: personId }).reveal() as Day);
    const keysOf = (lastNames: readonly string[]) => matchKeys({ birthDate, firstName: record.firstName, lastNames });
    const kept = new Set(keysOf(others).map(keyText));
    return keysOf(some).flatMap((one) => (kept.has(keyText(one)) ? [] : [{ personId, key: one.key }]));
  });
}

function keyText({ kind, key }: MatchKeyValue): string {
  return `${kind} ${Buffer.from(key).toString('hex')}`;
}
