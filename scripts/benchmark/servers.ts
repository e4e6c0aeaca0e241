import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { freePort } from '@/dev/postgres/free-port';
import { answersAt, isHealthy } from '@/scripts/launch/answers';
import { keepRunning } from '@/scripts/launch/keep-running';
import { nextStart, webStart } from '@/scripts/launch/parts';
import { runToEnd, typescript, type Env } from '@/scripts/launch/run-script';
import type { Ground } from './ground';
import type { Group } from './page-queries';

export type Server = {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process to its first right answer. */
  readonly startMillis: number;
  stop(): Promise<void>;
};

const next = 'node_modules/next/dist/bin/next';
// Inside the project, whose node_modules it uses, and where git and our own build do not look.
const bareApp = resolve('.cecs/bench/bare-app');
const loopback = ['-H', '127.0.0.1'];

/** Ours: one web process, as the launcher starts it. */
export function startOurs(ground: Ground, databaseUrl: string): Promise<Server> {
  const { port, env } = ground;
  const own = { ...env, DATABASE_URL: databaseUrl };
  return start(ground, { name: 'ours', port, env: own, args: webStart(port, loopback), isReady: isHealthy });
}

export async function startWireFloor(ground: Ground, queries: readonly Group[]): Promise<Server> {
  const port = await freePort();
  const args = typescript('scripts/benchmark/wire-floor.ts');
  return start(ground, { name: 'wire floor', port, env: floorEnv(ground, port, queries), args, isReady: answersAt });
}

export async function startFrameworkFloor(ground: Ground, queries: readonly Group[]): Promise<Server> {
  const port = await freePort();
  const args = nextStart(port, loopback, bareApp);
  return start(ground, { name: 'framework floor', port, env: floorEnv(ground, port, queries), args, isReady: answersAt });
}

/** Writes the bare Next app and builds it with the Next we use. */
export async function buildBareApp(ground: Ground): Promise<void> {
  rmSync(bareApp, { recursive: true, force: true });
  cpSync('scripts/benchmark/bare-app', bareApp, { recursive: true });
  await runToEnd('Building the bare Next app', [next, 'build', bareApp], { env: ground.env, abort: ground.abort });
}

function floorEnv({ env }: Ground, port: number, queries: readonly Group[]): Env {
  const { PATH = '', DATABASE_URL = '' } = env;
  return { PATH, DATABASE_URL, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port), BENCH_QUERIES: JSON.stringify(queries) };
}

type Started = {
  readonly name: string;
  readonly port: number;
  readonly env: Env;
  readonly args: readonly string[];
  readonly isReady: (origin: string) => Promise<boolean>;
};

async function start(ground: Ground, { name, port, env, args, isReady }: Started): Promise<Server> {
  const local = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const kept = keepRunning({ name, args, env, logs: ground.logs, isReady: () => isReady(local), say: ground.say });
  ground.stops.push(kept.stop);
  await kept.ready();
  return { origin: local, pid: kept.pid(), startMillis: Math.round(performance.now() - startedAt), stop: kept.stop };
}
