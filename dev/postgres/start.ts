import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries';
import { ensureInitialised, startServer, stopServer, type Cluster } from './cluster';
import { freePort } from './free-port';
import { ensureDatabase, findLive, type Live } from './live';
import { dataFolderOf, passwordOf, preparePlace } from './place';
import { PlainError } from './plain-error';
import { serverUser } from './run-as';
import { disownStalePid } from './stale-pid';

export type Running = {
  /** The database `cecs` as its login user. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when the server was already running, left by a start that was killed or in use by another process. */
  readonly reused: boolean;
  stop(): Promise<void>;
};

/**
 * Starts the real PostgreSQL of the npm package on a folder of its own, or joins the one that already runs there.
 * The folder holds the data, the random password (mode 0600) and the log. A development default, never production.
 */
export async function startPostgres(options: {
  folder: string;
  log?: (line: string) => void;
}): Promise<Running> {
  const log = options.log ?? (() => {});
  const cluster = await prepareCluster(options.folder);
  if (!existsSync(cluster.data)) log('Setting up the embedded PostgreSQL');
  await ensureInitialised(cluster);
  const left = await findLive(cluster, cluster.password);
  const { port, pid, reused } = left ? { ...left, reused: true } : await startOrJoin(cluster);
  await ensureDatabase(port, cluster.password);
  const url = `postgres://cecs:${cluster.password}@127.0.0.1:${port}/cecs`;
  return { url, port, pid, reused, stop: () => stopServer(cluster) };
}

async function prepareCluster(folder: string): Promise<Cluster> {
  const user = serverUser(dataFolderOf(folder));
  const place = await preparePlace(folder, user);
  return { ...place, user, password: passwordOf(place.folder), binary: await findBinaries(user, place.place) };
}

const worthAnotherTry = /already in use|postmaster\.pid" already exists|another server might be running/i;

// Worth another try: the port was taken meanwhile, another start won, or the last server is still shutting down.
async function startOrJoin(cluster: Cluster): Promise<Live & { reused: boolean }> {
  const note = join(cluster.folder, 'port');
  const deadline = Date.now() + 60_000;
  let port = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  for (;;) {
    port = await freePort(port);
    disownStalePid(cluster.data);
    const { started, output } = await startServer(cluster, port);
    const live = await findLive(cluster, cluster.password);
    if (started && live) writeFileSync(note, String(live.port));
    if (live) return { ...live, reused: !started };
    if (!worthAnotherTry.test(output) || Date.now() > deadline) {
      throw new PlainError(`The embedded database did not start:\n${output.trim()}`);
    }
    await pause(200);
  }
}

