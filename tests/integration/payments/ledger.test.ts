import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { ledgerEntry, ledgerTransaction } from '@/db/schema/payments';
import { DatabaseError } from '@/db/errors';
import { transact } from '@/db/transact';
import { ok } from '@/lib/shared/result';
import type { Actor } from '@/lib/shared/context';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { applicationOf, approve, booksBalance, filedFirst, moneyOrder, slipFor, value } from '@/tests/integration/staff/filed';
import { useDatabase } from '@/tests/support/database';
import { again, signedInStaff } from '@/tests/support/people';

const { db } = useDatabase();
const worker: Actor = { kind: 'worker', job: 'test' };

async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (thrown) {
    if (thrown instanceof DatabaseError) return thrown.code;
    throw thrown;
  }
}

const post = (...sums: number[]) =>
  transact(worker, async (tx) => {
    const transactionId = randomUUID();
    await tx.insert(ledgerTransaction).values({ id: transactionId, kind: 'test', sourceKey: transactionId, postedAt: new Date() });
    const accounts = ['receivable', 'fee_revenue', 'card_clearing'] as const;
    await tx.insert(ledgerEntry).values(sums.map((cents, at) => ({ transactionId, account: accounts[at] ?? 'receivable', cents })));
    return ok();
  });

describe('the ledger', () => {
  it.each([
    ['one-sided', [100]],
    ['a cent off', [5000, -4999]],
    ['three entries that do not add up', [100, 200, -200]],
  ])('refuses a transaction at commit that is %s', async (_what, sums) => {
    expect(await refusalOf(post(...sums))).toBe('23514');
    expect(await booksBalance()).toBe(true);
  });

  it('refuses an entry of nothing, and takes what balances', async () => {
    expect(await refusalOf(post(0))).toBe('23514');
    expect(await refusalOf(post(5000, -4000, -1000))).toBeUndefined();
  });

  it('refuses a lone entry added later to a transaction that balanced', async () => {
    await post(700, -700);
    const [last] = await db().select().from(ledgerTransaction).orderBy(sql`posted_at desc`).limit(1);
    const late = transact(worker, async (tx) => {
      await tx.insert(ledgerEntry).values({ transactionId: last?.id ?? '', account: 'receivable', cents: 100 });
      return ok();
    });
    expect(await refusalOf(late)).toBe('23514');
  });
});

describe('what is never changed or removed', () => {
  const tables = ['audit_event', 'ledger_transaction', 'ledger_entry', 'submission', 'decision', 'receipt', 'person_access'];
  const firstColumn: Readonly<Record<string, string>> = {
    ...{ audit_event: 'seq', submission: 'application_id', receipt: 'number', ledger_entry: 'cents' },
  };

  beforeAll(async () => {
    const one = await filedFirst();
    const supervisor = await signedInStaff('supervisor');
    value(await recordInstrument(supervisor, moneyOrder(await slipFor(one), 50)));
    await approve(again(supervisor), one);
    expect((await applicationOf(one)).status).toBe('approved_balance_due');
  });

  const roles: [string, Actor][] = [
    ['the public role', { kind: 'anyone' }],
    ['staff', { kind: 'staff', accountId: randomUUID(), sessionId: randomUUID(), roles: ['administrator'] }],
    ['the auditor', { kind: 'staff', accountId: randomUUID(), sessionId: randomUUID(), roles: ['auditor'] }],
    ['the worker', worker],
  ];
  it.each(roles.flatMap(([name, actor]) => tables.map((table) => [name, table, actor] as const)))(
    '%s cannot update, delete or truncate %s',
    async (_name, table, actor) => {
      const column = firstColumn[table] ?? 'id';
      for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table} cascade`]) {
        const tried = transact(actor, async (tx) => {
          await tx.execute(sql.raw(statement));
          return ok();
        });
        expect([statement, await refusalOf(tried)]).toEqual([statement, '42501']);
      }
    },
  );

  it.each(tables.filter((table) => table !== 'person_access'))('not even the owner of %s changes a row by accident', async (table) => {
    const column = firstColumn[table] ?? 'id';
    const [count] = await db().execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`));
    expect(count?.n).toBeGreaterThan(0);
    await expect(db().execute(sql.raw(`update ${table} set ${column} = ${column}`))).rejects.toMatchObject({ cause: { code: '23001' } });
    await expect(db().execute(sql.raw(`delete from ${table}`))).rejects.toMatchObject({ cause: { code: '23001' } });
    await expect(db().execute(sql.raw(`truncate ${table} cascade`))).rejects.toMatchObject({ cause: { code: '23001' } });
  });
});
