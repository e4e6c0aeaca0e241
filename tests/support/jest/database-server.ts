import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { startPostgres } from '@/dev/postgres/start';
import { sql } from 'drizzle-orm';

/*
 * The one PostgreSQL of a test run, in a process of its own: started under tsx by start-database.ts, because Jest's
 * global setup knows neither @/ nor server-only. Prints one JSON line when it is ready, and ends when standard input
 * closes: also when Jest was killed.
 */
const template = 'cecs_template';
const folder = mkdtempSync(join(tmpdir(), 'cecs-test-'));
const server = await startPostgres({ folder });

process.stdin.resume();
process.stdin.once('end', () => void stop());

try {
  await makeTemplate();
} catch (thrown) {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  throw thrown;
}
process.stdout.write(`${JSON.stringify({ server: server.url, template })}\n`);

async function makeTemplate(): Promise<void> {
  const { db, end } = connect(server.url, 1);
  await db.execute(sql.raw(`create database ${template}`));
  await end();
  const url = new URL(server.url);
  url.pathname = `/${template}`;
  await migrateDatabase(url.href);
}

async function stop(): Promise<void> {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
