import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '@/db/migrate';
import { demoPeople } from '@/dev/demo/everyone';
import { importDemo } from '@/dev/demo/import-demo';
import { seedStaff, type DemoStaff } from '@/dev/demo/staff';
import { freePort } from '@/dev/postgres/free-port';
import { startPostgres } from '@/dev/postgres/start';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { ensureBuilt } from '@/scripts/launch/build';
import { databaseFolder, resolveSettings } from '@/scripts/launch/settings';

export type People = ReturnType<typeof demoPeople> & { readonly staff: readonly DemoStaff[] };

/** What the benchmark stands on: a folder, keys and a PostgreSQL of its own, with a thousand made-up educators. */
export type Ground = {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly databasePid: number;
  readonly logs: string;
  readonly people: People;
  readonly say: (line: string) => void;
  readonly abort: AbortSignal;
  /** What was started, to be stopped in the opposite order. */
  readonly stops: (() => Promise<void> | void)[];
};

type Given = Pick<Ground, 'say' | 'abort' | 'stops'>;

export async function prepareGround({ say, abort, stops }: Given, { forWeb }: { forWeb: boolean }): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'cecs-bench-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  // Passable, because root's PostgreSQL runs as another user.
  chmodSync(folder, 0o711);
  const home = join(folder, 'home');
  const settings = await resolveSettings({ ...ownEnvironment(), CECS_HOME: home, PORT: String(await freePort()) }, { choosing: true });
  if (forWeb) await ensureBuilt({ env: settings.env, abort }, say);
  const server = await startPostgres({ folder: databaseFolder(home) });
  stops.push(server.stop);
  const env = { ...settings.env, DATABASE_URL: server.url };
  // The benchmark makes its people by the product's own commands, in this process.
  Object.assign(process.env, env);
  await migrateDatabase(server.url);
  say('PostgreSQL is running and migrated');
  const people = await makePeople();
  say(`${people.onRecord.length.toLocaleString('en-US')} people are on record`);
  const database = { databaseUrl: server.url, databasePid: server.pid };
  return { port: settings.port, env, ...database, logs: join(home, 'logs'), people, say, abort, stops };
}

export function workerCtx(): Ctx<Worker> {
  return { actor: { kind: 'worker', job: 'benchmark' }, now: new Date(), requestId: randomUUID() };
}

async function makePeople(): Promise<People> {
  const ctx = workerCtx();
  const everyone = demoPeople(dayInConnecticut(ctx.now));
  await importDemo(ctx, 'people of the benchmark', everyone.onRecord);
  return { ...everyone, staff: await seedStaff(ctx) };
}

// Never the services somebody's own shell happens to name.
function ownEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}
