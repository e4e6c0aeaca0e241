import { z } from 'zod';
import { textOf } from './files';

const versions = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
    overrides: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])).default({}),
  })
  .parse(JSON.parse(textOf('package.json')));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), resolved: z.string().optional(), integrity: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(textOf('package-lock.json')));

/** The lowest version without a known hole, or the one this was built on. Raise one here when an advisory says so. */
const floors: readonly (readonly [name: string, floor: string, because: string])[] = [
  ['next', '16.4.1', 'CVE-2026-126187 (remote code), CVE-2026-94482'],
  ['react', '19.3.1', 'matches the server components inside Next'],
  ['react-dom', '19.3.1', 'matches the server components inside Next'],
  ['next-auth', '4.24.15', 'CVE-2026-73418, look-alike @, cookie binding'],
  ['nodemailer', '10.0.10', 'CVE-2026-82854, CVE-2026-82853 and one fixed only here'],
  ['stripe', '23.1.0', 'knows the funding types a payment page can refuse'],
  ['sharp', '0.35.5', 'GHSA-wq5f-xc86-pv6w'],
  ['postcss', '8.5.12', 'CVE-2026-45623'],
  ['drizzle-orm', '0.45.4', 'the stable line, patched in October 2026'],
  ['postgres', '3.4.9', 'built on'],
  ['zod', '4.6.7', 'built on'],
  ['react-hook-form', '7.92.0', 'built on'],
  ['@node-rs/argon2', '2.2.1', 'built on'],
];

/** Two copies of these would be two truths: two React trees, two mail doors, two readings of one cookie. */
const single = ['next', 'react', 'react-dom', 'next-auth', 'nodemailer', 'stripe', 'drizzle-orm', 'postgres', 'zod'];

function copiesOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? 'unknown');
}

/** Negative where `one` is older. A pre-release is older than its release. */
function compareVersions(one: string, other: string): number {
  const [oneNumbers = '', onePre] = one.split(/-(.*)/);
  const [otherNumbers = '', otherPre] = other.split(/-(.*)/);
  const inOrder = oneNumbers.localeCompare(otherNumbers, 'en', { numeric: true });
  return inOrder !== 0 ? inOrder : Number(onePre === undefined) - Number(otherPre === undefined);
}

test.each([
  ['16.4.0', '16.4.1'],
  ['8.5.9', '8.5.12'],
  ['9.9.9', '10.0.10'],
  ['19.3.1-rc.1', '19.3.1'],
])('%s is older than %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(newer, newer)).toBe(0);
});

test.each(floors)('every installed copy of %s is %s or newer: %s', (name, floor) => {
  const copies = copiesOf(name);
  expect(copies).not.toEqual([]);
  expect(copies.filter((version) => compareVersions(version, floor) < 0)).toEqual([]);
});

test.each(single)('there is one copy of %s', (name) => {
  expect(copiesOf(name)).toHaveLength(1);
});

test('what package.json asks for is what the lock file holds', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const held = Object.fromEntries(
    Object.keys(asked).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]),
  );
  expect(held).toEqual(asked);
});

test('every version is pinned exactly', () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  const overridden = Object.values(overrides).flatMap((what) =>
    typeof what === 'string' ? what : Object.values(what),
  );
  const asked = [dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.values(group));
  expect(asked.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(overridden.filter((version) => !/^(\$.+|\d+\.\d+\.\d+)$/.test(version))).toEqual([]);
});

test('the lock file names no registry, and can tell every package by its hash', () => {
  const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([]);
  expect(textOf('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});
