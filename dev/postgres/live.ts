import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Place } from './place';

export type Live = { readonly port: number; readonly pid: number };

/** The server that is running on this data folder and answers to our password, if there is one. */
export async function findLive(place: Place, password: string): Promise<Live | undefined> {
  const written = readPidFile(place.data);
  if (!written || !isAlive(written.pid)) return undefined;
  return (await answers(written.port, password, place.data)) ? written : undefined;
}

// postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status.
function readPidFile(data: string): Live | undefined {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

// The pid may be another program's by now, and a copied folder holds another server's pid file: ask the server itself.
async function answers(port: number, password: string, data: string): Promise<boolean> {
  return withSuperuser(port, password, async (sql) => {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder === data;
  }).catch(() => false);
}

async function withSuperuser<T>(
  port: number,
  password: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres({
    ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
    ...{ max: 1, connect_timeout: 10, onnotice: () => {} },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * The database and its one login user. Not a superuser, like the user a managed service hands out, so that nothing
 * works here that would fail there. CREATEDB is for cloning test databases.
 */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  await withSuperuser(port, password, async (sql) => {
    const [has] = await sql<{ role: boolean; database: boolean }[]>`
      select exists (select from pg_roles where rolname = 'cecs') as role,
             exists (select from pg_database where datname = 'cecs') as database`;
    // The password is base64url, so it can stand in a statement that takes no parameters.
    if (!has?.role) {
      await unlessThere(sql.unsafe(`create role cecs login createdb createrole password '${password}'`), '42710');
    }
    if (!has?.database) await unlessThere(sql.unsafe('create database cecs owner cecs'), '42P04');
  });
}

async function unlessThere(statement: Promise<unknown>, alreadyThere: string): Promise<void> {
  await statement.catch((error: unknown) => {
    const code = error instanceof postgres.PostgresError ? error.code : '';
    // 23505: two starts at once, and the other one's row was written first.
    if (code !== alreadyThere && code !== '23505') throw error;
  });
}
