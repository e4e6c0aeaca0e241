import { chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './binaries';
import type { Place } from './place';
import { PlainError } from './plain-error';
import { runAs, type ServerUser } from './run-as';

export type Cluster = Place & {
  readonly user: ServerUser;
  readonly password: string;
  readonly binary: (program: Program) => string;
};

const major = '18';

// terse and panic keep row values and statements, which may hold personal data, out of the server's log.
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  // Taken as it is used: a small register takes little of it, and the keys of a large one stay at hand.
  'shared_buffers=256MB',
];

/** Makes the cluster when there is none. Made beside and renamed, so that a cut-off start leaves no half a cluster. */
export async function ensureInitialised(cluster: Cluster): Promise<void> {
  if (existsSync(cluster.data)) return requireSameMajor(cluster.data);
  const making = mkdtempSync(join(cluster.server, 'new-'));
  const passwordFile = join(making, 'password');
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.user) for (const path of [making, passwordFile]) chownSync(path, cluster.user.uid, cluster.user.gid);
  const ran = await runAs(cluster.user, cluster.binary('initdb'), [
    ...['-D', join(making, 'data'), '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  try {
    if (ran.code !== 0) throw new PlainError(`The embedded database could not be set up:\n${ran.output.trim()}`);
    renameUnlessThere(join(making, 'data'), cluster.data);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function requireSameMajor(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === major) return;
  throw new PlainError(
    `The embedded database in ${data} was made by PostgreSQL ${version} and this one is ${major}. ` +
      'Move the folder away to begin afresh, or read it with the version that made it.',
  );
}

function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** One try at starting the server on that port. The output says why when it did not. */
export async function startServer(cluster: Cluster, port: number): Promise<{ started: boolean; output: string }> {
  const log = join(cluster.server, 'server.log');
  if (existsSync(log) && statSync(log).size > 1_000_000) rmSync(log);
  const before = existsSync(log) ? statSync(log).size : 0;
  const ran = await runAs(cluster.user, cluster.binary('pg_ctl'), [
    ...['start', '-D', cluster.data, '-l', log, '-w', '-t', '60', '-s', '-o', `-p ${port}`],
  ]);
  const logged = existsSync(log) ? readFileSync(log).subarray(before).toString() : '';
  return { started: ran.code === 0, output: `${ran.output}${logged}` };
}

/** Ends open connections and waits until everything is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const ran = await runAs(cluster.user, cluster.binary('pg_ctl'), [
    ...['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '60', '-s'],
  ]);
  if (ran.code !== 0 && existsSync(join(cluster.data, 'postmaster.pid'))) {
    throw new PlainError(`The embedded database did not stop:\n${ran.output.trim()}`);
  }
}
