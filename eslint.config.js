import coreWebVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { bans } from './scripts/lint/bans.js';
import { importOrder } from './scripts/lint/import-order.js';

/*
 * The house, in tables. Read them from the top; everything below only applies them.
 *
 *   app (screens)  →  lib (what the system knows and does)  →  db
 *
 * A file's folder and name say what it is, and from that follows what it may import and how long it may be.
 */

/** lib's domains. A domain imports only from its left; where a left one must react to a right one, that one calls. */
const domains = [
  ...['shared', 'audit', 'mail', 'accounts', 'identity', 'rulebook', 'certificates', 'fees', 'documents'],
  ...['applications', 'payments', 'staff', 'web'],
];

/** Files of lib/shared that read settings, write lines or use keys. All others there are pure. */
const impureShared = 'lib/shared/{sealed,keyed-hash,log}';
const pureShared = ['lib/shared/*', `!${impureShared}`];
const models = ['lib/*/model', 'lib/*/*-model'];
/** Rules are pure functions: facts in, decision out. No clock, no chance, no I/O. */
const rules = ['lib/*/{rules,policy,matching,status,validity,form-state}', 'lib/*/*-{rules,policy}'];
const matcher = 'lib/identity/{agreement,coincidence,first-name-synonyms,match-keys,names,register-in-memory,slips}';
const pure = [...models, ...rules, matcher, ...pureShared];
/** A command is a verb and a noun: one use-case, one transaction. A few verbs stand alone. */
const commands = ['lib/*/*-*', 'lib/*/{acknowledge,drain,reconcile,register}'];
const innerParts = 'lib/*/*-{store,steps,messages,jobs}';
const usesDatabase = ['lib/*/{store,queries,steps,messages,jobs}', ...commands];
const tests = ['**/*.test', 'tests/**'];

const pureImports = 'pure files import pure files, and zod.';

/** Who may import whom. The first row that names a file is its row. */
const rows = [
  { files: tests, mayImport: ['**'], anyOrder: true, anyPackage: true },
  {
    files: ['dev/**'],
    mayImport: ['dev/**', 'lib/**', 'db/**', 'emails/**'],
    anyOrder: true,
    anyPackage: true,
    because: 'the embedded parts stand under the product, not on its screens.',
  },
  { files: ['scripts/**', '*.config'], mayImport: ['**'], anyOrder: true, anyPackage: true },
  {
    files: ['app/_ui/**'],
    mayImport: ['app/_ui/**', 'lib/web/form-state', ...models, ...pureShared],
    because: 'design components show what they are given; they know no data and no commands.',
  },
  {
    files: ['app/**'],
    mayImport: ['app/**', 'lib/web/*', ...pure, 'lib/*/{queries,*-queries}', ...commands, 'lib/env', `!${innerParts}`],
    because: "a screen calls a domain's commands, queries and rules, and lib/web; the rest of a domain is its own.",
  },
  {
    files: ['proxy', 'instrumentation'],
    mayImport: ['lib/web/*', 'lib/shared/*', 'lib/env'],
    because: 'what runs around every request knows no domain.',
  },
  {
    files: ['emails/**'],
    mayImport: ['emails/**', ...pureShared],
    packages: ['react', '@react-email/components', '@react-email/render'],
    because: 'an email is given all it says; lib loads it.',
  },
  { files: ['db/**'], mayImport: ['db/**', 'lib/shared/*', 'lib/env'], because: 'db stands under the domains.' },
  { files: ['lib/env'], mayImport: pureShared, because: 'settings come first.' },
  { files: [impureShared], mayImport: ['lib/shared/*', 'lib/env'], because: 'lib/shared stands left of everything.' },
  { files: models, mayImport: pure, mayImportTypes: ['db/transact'], packages: ['zod'], because: pureImports },
  { files: pure, mayImport: pure, packages: ['zod'], because: pureImports },
  {
    files: ['lib/*/messages'],
    mayImport: ['lib/**', 'db/**', 'emails/**'],
    because: 'lib never imports app, dev, scripts or tests.',
  },
  {
    files: usesDatabase,
    mayImport: ['lib/**', 'db/**'],
    because: 'lib never imports app, dev, scripts or tests; only messages.ts renders emails.',
  },
  {
    files: ['lib/**'],
    mayImport: ['lib/**'],
    mayImportTypes: ['db/transact'],
    because: 'only stores, queries, steps, messages, jobs and commands (verb-noun.ts) touch the database.',
  },
];

/** What a file with 'use client' may import: nothing that needs the server. Server actions are called, not included. */
const clientMayImport = ['app/**', ...pure];

/** Packages with one home. Scripts, tests and dev are free. */
const packages = [
  { names: ['drizzle-orm'], onlyIn: ['db/**', ...usesDatabase], because: 'only they touch the database.' },
  { names: ['postgres'], onlyIn: ['db/**'], because: 'everybody else asks db/client.' },
  { names: ['stripe'], onlyIn: ['lib/payments/**'], because: 'nothing else speaks with the card processor.' },
  { names: ['next-auth'], onlyIn: ['lib/{accounts,web}/**'], because: 'it must stay replaceable.' },
  { names: ['@node-rs/argon2'], onlyIn: ['lib/accounts/**'], because: 'passwords are hashed in one place.' },
  { names: ['nodemailer', '@react-email/render'], onlyIn: ['lib/mail/**'], because: 'mail leaves by one door.' },
  { names: ['pino'], onlyIn: ['lib/shared/log'], because: 'use log.' },
  { names: ['next'], onlyIn: ['app/**', 'lib/web/**', 'proxy', 'instrumentation'], because: 'commands know no web.' },
  {
    names: ['react', 'react-dom', 'react-hook-form'],
    onlyIn: ['app/**', 'emails/**', 'lib/{web,mail}/**', 'lib/*/messages'],
    because: 'commands know no screens.',
  },
];

/** Lines a file may have; the last row that names a file holds. */
const sizes = [
  { files: ['**/*.{ts,tsx,js,mjs}'], most: 200 },
  {
    files: commands.map((pattern) => `${pattern}.ts`),
    ignores: ['lib/{shared,web}/**', `${innerParts}.ts`, 'lib/*/*-{model,rules,policy,queries}.ts'],
    most: 120,
  },
  { files: ['app/**/actions.ts'], most: 60 },
  { files: ['app/**/page.tsx', 'emails/**'], most: 150 },
  { files: ['**/*.test.{ts,tsx}', 'tests/**/*.spec.ts'], most: 400 },
];
const noSize = ['db/schema/**', 'db/seed/**', 'lib/identity/first-name-synonyms.ts'];

const code = ['**/*.{ts,tsx,js,mjs}'];
const typescript = ['**/*.{ts,tsx}'];
const testFiles = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}'];
const nextFiles = 'app/**/{page,layout,template,loading,error,global-error,not-found,forbidden,unauthorized}.tsx';
/** The Next app the benchmark builds to compare with. */
const bareApp = 'scripts/benchmark/bare-app/{next.config.js,app/{layout,page}.tsx}';
const pureFiles = pure.filter((pattern) => !pattern.startsWith('!')).map((pattern) => `${pattern}.ts`);

const house = { rules: { ...bans, 'import-order': importOrder({ domains, rows, packages, clientMayImport }) } };
const on = (...names) => Object.fromEntries(names.map((name) => [`house/${name}`, 'error']));
const off = (...names) => Object.fromEntries(names.map((name) => [`house/${name}`, 'off']));

const config = [
  ...coreWebVitals,
  ...nextTypescript,
  { ignores: ['node_modules/', '.next/', '.cecs/', 'public/', 'next-env.d.ts', 'playwright-report/', 'test-results/'] },
  {
    files: code,
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...on('import-order', 'no-default-export', 'no-star-export', 'no-environment', 'no-vague-name'),
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'], location: 'anywhere' }],
      'max-lines-per-function': ['error', { max: 50, IIFEs: true }],
      'complexity': ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'eqeqeq': 'error',
      // Pages are whole documents here, loaded by plain links: no script, no serialised props (docs/decisions/0004).
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  ...sizes.map(({ most, ...which }) => ({ ...which, rules: { 'max-lines': ['error', most] } })),
  { files: noSize, rules: { 'max-lines': 'off' } },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, IIFEs: true }] } },

  { files: [nextFiles, bareApp, '*.config.{js,ts}', 'tests/support/jest/*-database.ts'], rules: off('no-default-export') },
  {
    files: ['lib/env.ts', 'instrumentation.ts', '*.config.{js,ts}', '{scripts,dev,tests/support}/**'],
    rules: off('no-environment'),
  },
  {
    files: ['{app,lib,db,emails}/**', 'proxy.ts', 'instrumentation.ts'],
    rules: { 'no-console': 'error', ...on('no-clock') },
  },
  { files: ['lib/web/**'], rules: off('no-clock') },
  {
    files: pureFiles,
    ignores: [`${impureShared}.ts`],
    rules: on('no-clock', 'no-chance', 'no-outside-world'),
  },
  {
    files: testFiles,
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      'react-hooks/rules-of-hooks': 'off',
      ...off('no-clock', 'no-chance', 'no-outside-world'),
      ...on('no-focused-test', 'no-own-mock', 'no-snapshot'),
    },
  },
  { files: ['**/*.test.{ts,tsx}', 'tests/**/*.spec.ts'], rules: on('no-sleep') },
];

export default config;
