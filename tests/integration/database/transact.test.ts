import { sql } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { ask, read, transact } from '@/db/transact';
import { anyone } from '@/lib/shared/context';
import { ok } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { signedInEducator, signedInStaff, workerCtx } from '@/tests/support/people';

useDatabase();

const whoAsks = sql`select current_user as "role", current_setting('app.account_id') as "accountId"`;
type WhoAsks = { role: string; accountId: string };
const aWrite = sql`update ${account} set first_name = first_name`;

describe('asking the database', () => {
  it('is done under the role of who asks, by every way alike', async () => {
    const educator = (await signedInEducator()).actor;
    const staff = (await signedInStaff('reviewer')).actor;
    const roles = [
      [anyone, 'cecs_public', ''],
      [educator, 'cecs_public', educator.accountId],
      [staff, 'cecs_staff', ''],
      [workerCtx().actor, 'cecs_worker', ''],
    ] as const;
    for (const [actor, role, accountId] of roles) {
      expect(await ask<WhoAsks>(actor, 'read only', whoAsks)).toEqual([{ role, accountId }]);
      expect([...(await read(actor, (tx) => tx.execute<WhoAsks>(whoAsks)))]).toEqual([{ role, accountId }]);
      const told = await transact(actor, async (tx) => ok([...(await tx.execute<WhoAsks>(whoAsks))]));
      expect(told).toEqual(ok([{ role, accountId }]));
    }
  });

  it('writes nothing where it is to read only', async () => {
    const { actor } = workerCtx();
    await expect(ask(actor, 'read only', aWrite)).rejects.toMatchObject({ name: 'DatabaseError', code: '25006' });
    await expect(read(actor, (tx) => tx.execute(aWrite))).rejects.toMatchObject({ name: 'DatabaseError', code: '25006' });
  });

  it('leaves the connection fit for the next, also after a refusal, with forty at once', async () => {
    const { actor } = await signedInEducator();
    const asked = Array.from({ length: 40 }, (_, number) =>
      number % 2 === 0 ? ask<WhoAsks>(actor, 'read only', whoAsks) : ask(anyone, 'read write', sql`select 1 / ${0}::int`),
    );
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') expect(answer.value).toEqual([{ role: 'cecs_public', accountId: actor.accountId }]);
    }
    expect(await ask<WhoAsks>(anyone, 'read only', whoAsks)).toEqual([{ role: 'cecs_public', accountId: '' }]);
  });
});
