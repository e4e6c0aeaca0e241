import { eq } from 'drizzle-orm';
import { claim, identityCase, matchKey } from '@/db/schema/identity';
import { register } from '@/lib/identity/register';
import { rekeyRecords } from '@/lib/identity/rekey-records';
import { useDatabase } from '@/tests/support/database';
import { recordOnFile, signedInEducator, workerCtx } from '@/tests/support/people';

const { db } = useDatabase();

const keysOf = async (personId: string) =>
  (await db().select().from(matchKey).where(eq(matchKey.personId, personId)))
    .map(({ kind, key }) => `${kind} ${Buffer.from(key).toString('hex')}`)
    .toSorted();

test('a record of an earlier version gets the keys of this one, and is linked by them', async () => {
  const onFile = await recordOnFile();
  const before = await keysOf(onFile.personId);
  await db().delete(matchKey).where(eq(matchKey.personId, onFile.personId));
  expect(await rekeyRecords(workerCtx())).toEqual({ ok: true, value: 1 });
  expect(await keysOf(onFile.personId)).toEqual(before);
  const ctx = await signedInEducator();
  await register(ctx, onFile.typed);
  expect(await db().select().from(claim).where(eq(claim.personId, onFile.personId))).toHaveLength(1);
  expect(await db().select().from(identityCase).where(eq(identityCase.accountId, ctx.actor.accountId))).toEqual([]);
});

test('a few at a time, until there are none', async () => {
  const records = await Promise.all(Array.from({ length: 5 }, () => recordOnFile()));
  for (const { personId } of records) await db().delete(matchKey).where(eq(matchKey.personId, personId));
  expect(await rekeyRecords(workerCtx(), 3)).toEqual({ ok: true, value: 3 });
  expect(await rekeyRecords(workerCtx(), 3)).toEqual({ ok: true, value: 2 });
  expect(await rekeyRecords(workerCtx(), 3)).toEqual({ ok: true, value: 0 });
});
