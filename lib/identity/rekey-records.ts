import { eq, sql } from 'drizzle-orm';
import { matchKey, person, personSecret, previousName } from '@/db/schema/identity';
import { transact, type Tx } from '@/db/transact';
import type { Ctx } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';
import { err, ok, type Result } from '@/lib/shared/result';
import { unseal } from '@/lib/shared/sealed';
import { secret } from '@/lib/shared/secret';
import { matchKeys } from './person-keys';
import { countNames } from './steps';

/**
 * Gives records of an earlier version the match keys of this one, up to `most` at a time, and says how many there were.
 * Whoever has a key of their birth date has them all.
 */
export async function rekeyRecords(ctx: Ctx, most = 500): Promise<Result<number, 'not_allowed'>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  return transact(ctx.actor, async (tx) => {
    const records = await recordsWithoutKeys(tx, most);
    const keys = records.flatMap((one) => matchKeys(one).map((key) => ({ ...key, personId: one.personId })));
    if (keys.length > 0) await tx.insert(matchKey).values(keys).onConflictDoNothing();
    if (records.length > 0 && records.length < most) await countNames(tx);
    return ok(records.length);
  });
}

async function recordsWithoutKeys(tx: Tx, most: number) {
  const rows = await tx
    .select({ person, secrets: personSecret, previous: previousNames })
    .from(person)
    .innerJoin(personSecret, eq(personSecret.personId, person.id))
    .where(sql`not exists (select from ${matchKey} where ${matchKey.personId} = ${person.id} and ${matchKey.kind} = 'birth_date')`)
    .limit(most);
  return rows.map(({ person: { id, firstName, lastName }, secrets, previous }) => ({
    personId: id,
    ssn: secrets.ssnCiphertext ? unseal(secrets.ssnCiphertext, { column: 'person_secret.ssn', row: id }) : undefined,
    birthDate: secret(unseal(secrets.birthDateCiphertext, { column: 'person_secret.birth_date', row: id }).reveal() as Day),
    firstName,
    lastNames: [lastName, ...previous],
  }));
}

const previousNames = sql<string[]>`array(select ${previousName.lastName} from ${previousName} where ${previousName.personId} = ${person.id})`;
