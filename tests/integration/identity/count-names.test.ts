import { sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { env } from '@/lib/env';
import { must } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { recordOnFile } from '@/tests/support/people';

const { db } = useDatabase();

type Connection = ReturnType<typeof connect>;
const opened: Connection[] = [];
afterEach(() => Promise.all(opened.splice(0).map((one) => one.end())));

function connection(): Connection {
  const one = connect(env().DATABASE_URL, 1);
  opened.push(one);
  return one;
}

const pidOf = async ({ db: one }: Connection) => must((await one.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0], 'a process').pid;

/** What a process waits for, and for whom, as soon as it waits or is done. Asked again and again: nothing here is a matter of time. */
async function waitOf(pid: number, isDone: () => boolean) {
  for (;;) {
    const [waits] = await db().execute<{ locktype: string; holders: number[] }>(sql`
      select locktype, pg_blocking_pids(pid) as holders from pg_locks where pid = ${pid} and not granted`);
    if (waits ?? isDone()) return waits;
  }
}

describe('names counted twice at once', () => {
  it('are counted by one after the other: the second waits for the lock, before it writes anything', async () => {
    await recordOnFile();
    const [first, second] = [connection(), connection()];
    const [holder, waiter] = [await pidOf(first), await pidOf(second)];
    let isDone = false;
    await first.db.execute(sql`begin`);
    await first.db.execute(sql`select count_names()`);
    const counting = second.db.execute(sql`select count_names()`).then(() => (isDone = true));
    expect(await waitOf(waiter, () => isDone)).toEqual({ locktype: 'advisory', holders: [holder] });
    await first.db.execute(sql`commit`);
    await counting;
    const everybody = await db().execute(sql`select people = (select count(*) from person) as right from name_commonness where kind = 'everybody'`);
    expect([...everybody]).toEqual([{ right: true }]);
  });
});
