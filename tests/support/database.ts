import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { connect, database, type Database } from '@/db/client';

/**
 * A database of its own for a test file, cloned from the migrated template: call it once at the top of the file. Commands
 * reach it the way they do in production, under the roles and row-level security of whoever acts.
 */
export function useDatabase(): { readonly db: () => Database } {
  const name = `t_${randomBytes(8).toString('hex')}`;

  beforeAll(async () => {
    await onServer(`create database ${name} template ${named('TEST_TEMPLATE')} strategy file_copy`);
    const url = new URL(named('TEST_SERVER_URL'));
    url.pathname = `/${name}`;
    process.env.DATABASE_URL = url.href;
    process.env.DATABASE_POOL = '20';
  });

  afterAll(async () => {
    const client = (database() as unknown as { $client: { end(): Promise<void> } }).$client;
    await client.end();
    await onServer(`drop database ${name}`);
  });

  return { db: database };
}

async function onServer(statement: string): Promise<void> {
  const { db, end } = connect(named('TEST_SERVER_URL'), 1);
  await db.execute(sql.raw(statement));
  await end();
}

function named(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is missing: run integration tests through jest, which starts their PostgreSQL`);
  return value;
}
