import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

// What is installed, built or kept by a running system: everything .gitignore names.
const notOurs = new Set([
  'node_modules',
  '.git',
  '.next',
  '.cecs',
  'test-results',
  'playwright-report',
  'bench-results',
]);

/** Every file of the project, from the root, with forward slashes. */
export function projectFiles(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(entry.name) : entry.isFile() ? [entry.name] : []))
    .filter((file) => !file.endsWith('.tsbuildinfo') && file !== 'next-env.d.ts');
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !file.split('/').some((part) => notOurs.has(part)));
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function isSmall(file: string): boolean {
  return statSync(path.join(root, file)).size < 1_000_000;
}
