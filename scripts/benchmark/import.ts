import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { childEnv, typescript } from '@/scripts/launch/run-script';
import { bareCopy } from './bare-copy';
import { ratio, rounded } from './figures';
import type { Ground } from './ground';
import { madeEducators } from './made-educators';
import { endedChildrenCpuMillis, familyCpuMillis, peakBytes } from './process-cost';
import { writeRegistry } from './registry-file';

/** Seconds on the clock, and of CPU with PostgreSQL's share, which others on the machine hardly move. */
type Cost = { readonly seconds: number; readonly cpuSeconds: number | undefined };

export type ImportCost = {
  readonly educators: number;
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly import: Cost;
  readonly floor: Cost & { readonly cryptoSeconds: number; readonly copySeconds: number };
  readonly ratio: number;
  readonly cpuRatio: number | undefined;
  /** The most memory the command had needed after a tenth of the rows, and at the end. */
  readonly peakMB: { readonly atTenth: number; readonly atEnd: number } | undefined;
};

/** The product's own command on a file of so many people, and then the floor: each into an empty database of its own. */
export async function measureImport(ground: Ground, educators: number): Promise<ImportCost> {
  const path = join(dirname(ground.logs), 'registry.csv');
  const rows = await writeRegistry(path, madeEducators(educators));
  ground.say(`${rows.toLocaleString('en-US')} rows are written; importing them`);
  const ours = await onNewDatabase(ground, 'import', (url) => runImport(ground, { path, url, rows }));
  rmSync(path);
  ground.say(`Imported in ${Math.round(ours.cost.seconds)} s; now the floor`);
  const floor = await onNewDatabase(ground, 'floor', (url) => runFloor(ground, url, educators));
  const cpus = ours.cost.cpuSeconds !== undefined && floor.cpuSeconds !== undefined;
  return {
    ...{ educators, rows, rowsPerSecond: Math.round(rows / ours.cost.seconds), import: ours.cost, floor },
    ratio: ratio(ours.cost.seconds, floor.seconds),
    cpuRatio: cpus ? ratio(ours.cost.cpuSeconds ?? 0, floor.cpuSeconds ?? 0) : undefined,
    peakMB: ours.peakMB,
  };
}

type File = { readonly path: string; readonly url: string; readonly rows: number };

async function runImport(ground: Ground, { path, url, rows }: File) {
  const cpu = cpuSince(ground);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...typescript('scripts/registry-import.ts'), path], {
    env: childEnv({ ...ground.env, DATABASE_URL: url }),
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: ground.abort,
  });
  const ended = once(child, 'exit');
  let [atTenth, atEnd]: (number | undefined)[] = [];
  const look = (): void => void (atEnd = peakBytes(child.pid ?? 0) ?? atEnd);
  const looking = setInterval(look, 200);
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said = line;
    const [, count = ''] = /^([\d,]+) rows read/.exec(line) ?? [];
    if (Number(count.replaceAll(',', '')) >= rows / 10) atTenth ??= atEnd;
  }
  const [code] = (await ended) as [number | null];
  clearInterval(looking);
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`);
  const seconds = rounded((performance.now() - startedAt) / 1000, 2);
  const peakMB = atTenth && atEnd ? { atTenth: rounded(atTenth / 1e6, 0), atEnd: rounded(atEnd / 1e6, 0) } : undefined;
  return { cost: { seconds, cpuSeconds: cpu.seconds() }, peakMB };
}

async function runFloor(ground: Ground, url: string, educators: number): Promise<ImportCost['floor']> {
  const cpu = cpuSince(ground);
  const { cryptoMillis, copyMillis, cpuMillis } = await bareCopy(url, madeEducators(educators));
  const [cryptoSeconds, copySeconds] = [rounded(cryptoMillis / 1000, 2), rounded(copyMillis / 1000, 2)];
  return { seconds: rounded(cryptoSeconds + copySeconds, 2), cpuSeconds: cpu.seconds(cpuMillis), cryptoSeconds, copySeconds };
}

/** CPU of PostgreSQL and of commands that were run to their end, and of this process as far as it is told. */
function cpuSince({ databasePid }: Ground): { seconds: (own?: number) => number | undefined } {
  const now = (): number => (familyCpuMillis(databasePid) ?? Number.NaN) + (endedChildrenCpuMillis(process.pid) ?? Number.NaN);
  const before = now();
  return {
    seconds: (own = 0) => {
      const spent = now() - before + own;
      return Number.isNaN(spent) ? undefined : rounded(spent / 1000, 2);
    },
  };
}

async function onNewDatabase<T>(ground: Ground, name: string, work: (url: string) => Promise<T>): Promise<T> {
  const url = new URL(ground.databaseUrl);
  url.pathname = `/bench_${name}`;
  const { db, end } = connect(ground.databaseUrl, 1);
  try {
    await db.execute(sql.raw(`create database bench_${name}`));
    await migrateDatabase(url.href);
    return await work(url.href);
  } finally {
    await db.execute(sql.raw(`drop database if exists bench_${name}`));
    await end();
  }
}
