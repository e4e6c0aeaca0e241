import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { PlainError } from './plain-error';

/** The operating-system user PostgreSQL runs as. `undefined` where it is simply ours. */
export type ServerUser = { readonly uid: number; readonly gid: number; readonly name: string } | undefined;

export type Ran = { readonly code: number | null; readonly output: string };

/**
 * PostgreSQL refuses to run as root, so root hands over to the owner of the data, else to `postgres` or `nobody`.
 * Everyone else runs it as themselves.
 */
export function serverUser(existingData: string): ServerUser {
  if (process.getuid?.() !== 0) return requireAccountName();
  if (existsSync(existingData)) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return { uid, gid, name: `uid ${uid}` };
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid, name };
  }
  throw new PlainError(
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as. ' +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

// initdb and postgres look their own user up by name and stop when there is none.
function requireAccountName(): undefined {
  try {
    userInfo();
  } catch {
    throw new PlainError(
      `The embedded database needs a user account with a name, and user id ${process.getuid?.()} has no entry in ` +
        '/etc/passwd. Run as a named user, or set DATABASE_URL.',
    );
  }
  return undefined;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    // macOS prints nobody as 4294967294, which is -2 to the system calls.
    return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' })) | 0;
  } catch {
    return undefined;
  }
}

/** Runs a program to its end as that user, with an environment that no PG* variable of ours can reach into. */
export async function runAs(user: ServerUser, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (user && (error.code === 'EPERM' || error.code === 'EINVAL')) reject(cannotSwitchTo(user.name));
      else resolve({ code: null, output: `${output}${error.message}` });
    });
    child.on('close', (code) => resolve({ code, output }));
  });
}

function cannotSwitchTo(name: string): PlainError {
  return new PlainError(
    `PostgreSQL does not run as root, and this machine does not let root run it as "${name}". ` +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

export async function canReach(user: ServerUser, folder: string): Promise<boolean> {
  if (!user) return true;
  return (await runAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).code === 0;
}
