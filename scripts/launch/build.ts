import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd, type ToEnd } from './run-script';

const marker = '.next/built-from';

// What a build reads. Tests, documents and the parts beside the web are no reason to build again.
const ignored = new Set([
  ...['node_modules', 'tests', 'docs', 'dev', 'scripts', 'test-results', 'playwright-report', 'bench-results'],
  ...['next-env.d.ts', 'eslint.config.js', 'jest.config.js', 'playwright.config.ts', 'drizzle.config.ts'],
]);
const isIgnored = (name: string): boolean =>
  name.startsWith('.') || ignored.has(name) || /\.(md|test\.tsx?|tsbuildinfo|bak)$/.test(name);

/** Builds the web when its sources are not those of the last build: their contents decide, so a pull is noticed. */
export async function ensureBuilt(options: ToEnd, log: (line: string) => void): Promise<void> {
  const sources = fingerprint();
  if (existsSync('.next/BUILD_ID') && existsSync(marker) && readFileSync(marker, 'utf8') === sources) return;
  log(existsSync(marker) ? 'The sources have changed: building' : 'Building; the first time takes about a minute');
  rmSync(marker, { force: true });
  await runToEnd('The build', ['node_modules/next/dist/bin/next', 'build'], options);
  writeFileSync(marker, sources);
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of filesUnder('.')) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !isIgnored(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() ? [path] : [];
    });
}
