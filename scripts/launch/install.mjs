import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const marker = 'node_modules/.installed-from';
const lowest = [20, 20];

/** Ends with a plain sentence on a Node that CECS has not been tested with. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return;
  fail(`CECS needs Node.js ${lowest.join('.')} or newer, and this is ${process.versions.node}. Get it from nodejs.org.`);
}

/** Installs the locked dependencies when they are missing or the lock file is not the one they came from. */
export function ensureInstalled() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  process.stdout.write('Installing the locked dependencies; this takes about a minute\n');
  // Development dependencies too, whatever NODE_ENV says: TypeScript builds the web and the mailbox reads mail with them.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const ran = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
    : spawnSync('npm', args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  // Ctrl-C reaches npm and us alike, and needs no explanation.
  if (ran.signal) process.exit(1);
  if (ran.status !== 0) {
    fail(`The dependencies could not be installed (is the package registry reachable?):\n\n${ran.stderr || ran.error}`);
  }
  writeFileSync(marker, lock);
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
