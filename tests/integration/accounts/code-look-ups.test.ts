import { sql } from 'drizzle-orm';
import { transact, type Tx } from '@/db/transact';
import { codeKeyFor } from '@/lib/accounts/codes';
import { findMoveByCode, findMoveByObjection } from '@/lib/accounts/move-steps';
import { findAccountOfRecoveryCode } from '@/lib/accounts/recovery-store';
import { must, ok } from '@/lib/shared/result';
import { useDatabase } from '@/tests/support/database';
import { now, workerCtx } from '@/tests/support/people';

const { db } = useDatabase();
const many = 3_000;

beforeAll(async () => {
  await db().execute(sql`
    insert into account (kind, username, email, email_key, first_name, last_name, created_at)
    select 'educator', 'CT' || lpad(n::text, 8, '0'), n || '@example.test', n || '@example.test', 'Pat', 'Many', ${now.toISOString()}::timestamptz
    from generate_series(1, ${many}::int) n`);
  await db().execute(sql`
    insert into recovery_address (account_id, email, email_key, code_hash, code_expires_at, added_at, confirmed_at)
    select id, email, email_key, sha256(email::bytea), created_at + interval '1 day', created_at, created_at from account`);
  await db().execute(sql`
    insert into email_change (account_id, new_email, new_email_key, old_token_hash, new_token_hash, requested_at, expires_at, old_confirmed_at)
    select id, email, email_key, sha256(email::bytea), sha256((email || 'new')::bytea), created_at, created_at + interval '1 day', created_at from account`);
  await db().execute(sql`analyze recovery_address, email_change`);
});

type Scans = { readonly whole: number; readonly byIndex: number };

/** What this look-up read: the database counts how often a table is read whole, and how often by an index. */
async function scansOf(table: string, look: (tx: Tx) => Promise<unknown>): Promise<Scans> {
  const done = await transact(workerCtx().actor, async (tx) => {
    const before = await scansSoFar(tx, table);
    await look(tx);
    const after = await scansSoFar(tx, table);
    return ok({ whole: after.whole - before.whole, byIndex: after.byIndex - before.byIndex });
  });
  return must(done.ok ? done.value : undefined, 'what was read');
}

async function scansSoFar(tx: Tx, table: string): Promise<Scans> {
  const [row] = await tx.execute<Scans>(sql`
    select seq_scan::int as whole, idx_scan::int as "byIndex" from pg_stat_xact_user_tables where relname = ${table}`);
  return must(row, 'a table');
}

describe('a code that moves an account', () => {
  it.each([
    ['sent to the second address', 'recovery_address', (tx: Tx) => findAccountOfRecoveryCode(tx, codeKeyFor('recovery', 'code'), now)],
    ['sent to the new address', 'email_change', (tx: Tx) => findMoveByCode(tx, codeKeyFor('move', 'code'), now)],
    ['by which the old address objects', 'email_change', (tx: Tx) => findMoveByObjection(tx, codeKeyFor('objection', 'code'))],
  ] as const)('%s is found by an index, among however many', async (_which, table, look) => {
    expect(await scansOf(table, look)).toEqual({ whole: 0, byIndex: 1 });
  });
});
