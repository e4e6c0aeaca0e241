import 'server-only';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';

export type Database = PostgresJsDatabase & { readonly $client: postgres.Sql };

const held = globalThis as { cecsDatabase?: Database };

/**
 * The one drizzle client of this process. postgres.js connects on first use, so building needs no database.
 * Kept on globalThis because development reloads modules and would leak a pool each time.
 */
export function database(): Database {
  held.cecsDatabase ??= connect(env().DATABASE_URL, env().DATABASE_POOL).db;
  return held.cecsDatabase;
}

/** For scripts and tests that name their own database. drizzle changes the postgres.js client it is given: use only `db`. */
export function connect(url: string, max: number): { db: Database; end(): Promise<void> } {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'cecs', idle_in_transaction_session_timeout: 30_000 },
  });
  return { db: drizzle(client, { casing: 'snake_case' }), end: () => client.end({ timeout: 5 }) };
}

/** A plain postgres.js connection for LISTEN, which drizzle has no words for. */
export function listeningClient(): postgres.Sql {
  return postgres(env().DATABASE_URL, { max: 1, onnotice: () => {} });
}
