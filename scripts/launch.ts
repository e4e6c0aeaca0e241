import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '@/dev/postgres/plain-error';
import { startPostgres } from '@/dev/postgres/start';
import { ensureBuilt } from './launch/build';
import { startParts } from './launch/parts';
import { requireWebPort } from './launch/ports';
import { readyLines } from './launch/ready-lines';
import { runToEnd, typescript } from './launch/run-script';
import { takeLock } from './launch/lock';
import { databaseFolder, resolveSettings, type Settings } from './launch/settings';

/*
 * `npm start`: brings up everything and keeps it up until Ctrl-C or SIGTERM. What was started is stopped again in the
 * opposite order, each by its own process id, the database last; also when the start itself fails half-way.
 */
const startedAt = Date.now();
const stops: (() => Promise<void> | void)[] = [];
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

function say(line: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${line}\n`);
}

async function bringUp(): Promise<void> {
  const settings = await resolveSettings(process.env);
  if (!settings.production) stops.push((await takeLock(settings.home, settings.appUrl)).release);
  await requireWebPort(settings.port);
  const chosen = await resolveSettings(process.env, { choosing: true });
  await ensureBuilt({ env: chosen.env, abort: ending.signal }, say);
  const env = { ...chosen.env, DATABASE_URL: await databaseUrl(chosen) };
  ending.signal.throwIfAborted();
  await fillDatabase(chosen, env);
  await startParts({ settings: { ...chosen, env }, say, stops, abort: ending.signal });
  process.stdout.write(readyLines(chosen));
}

async function databaseUrl(settings: Settings): Promise<string> {
  if (!settings.parts.includes('database')) return settings.env.DATABASE_URL ?? '';
  const server = await startPostgres({ folder: databaseFolder(settings.home), log: say });
  stops.push(server.stop);
  say(server.reused ? 'PostgreSQL was still running; joined it' : 'PostgreSQL is running');
  return server.url;
}

async function fillDatabase(settings: Settings, env: Record<string, string>): Promise<void> {
  const options = { env, abort: ending.signal };
  await runToEnd('Migrating the database', typescript('scripts/migrate.ts'), options);
  if (!settings.parts.includes('database')) return say('The database is up to date');
  if (!existsSync(join(settings.home, 'demo.json'))) say('Making up the people to try');
  await runToEnd('Making up the people to try', typescript('dev/demo/seed.ts'), options);
  say('The database is filled');
}

async function bringDown(): Promise<void> {
  for (const stop of stops.reverse()) await stop();
}

try {
  await bringUp();
  await new Promise((ended) => {
    if (ending.signal.aborted) return ended(undefined);
    ending.signal.addEventListener('abort', ended);
    // An abort listener alone does not keep a process alive.
    const alive = setInterval(() => {}, 60_000);
    ending.signal.addEventListener('abort', () => clearInterval(alive));
  });
} catch (error) {
  if (!ending.signal.aborted) {
    process.exitCode = 1;
    const shown = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${shown}\n`);
  }
}
if (ending.signal.aborted) process.stdout.write('\nStopping\n');
await bringDown();
if (ending.signal.aborted) process.stdout.write('CECS has stopped; everything is kept for the next start.\n');
process.exit();
