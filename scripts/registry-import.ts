import { randomUUID } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { migrateDatabase } from '@/db/migrate';
import { PlainError } from '@/dev/postgres/plain-error';
import { openRegistryFile } from '@/lib/certificates/import-file';
import { noteWords, refusalWords, type ImportCounts, type Remark } from '@/lib/certificates/import-model';
import { importRegistry } from '@/lib/certificates/import-registry';
import { env } from '@/lib/env';
import { must } from '@/lib/shared/result';
import { prepareEnvironment } from './launch/prepare-environment';

/*
 * `npm run registry:import -- FILE.csv`: loads educators of record, beside a running CECS or without one. The report of
 * refused rows goes to standard output and can be kept (> report.txt); progress goes to standard error.
 */
const wait = 2_000;
let spokenAt = Date.now();
let release = async (): Promise<void> => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void release().finally(() => process.exit(1)));

try {
  const path = registryPath(process.argv.slice(2));
  const prepared = await prepareEnvironment();
  release = prepared.release;
  // An external database is migrated by the start of the version that runs on it.
  if (prepared.settings.parts.includes('database')) await migrateDatabase(env().DATABASE_URL);
  await importFile(path);
} catch (error) {
  process.exitCode = 1;
  const shown = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${shown}\n`);
}
await release();
process.exit();

function registryPath([given, ...others]: readonly string[]): string {
  if (!given || others.length > 0) throw new PlainError('Say which file: npm run registry:import -- FILE.csv');
  // npm runs scripts in the folder of the project, whatever folder they were called in.
  const path = resolve(process.env.INIT_CWD ?? '.', given);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new PlainError(`There is no file ${given}.`);
  return path;
}

async function importFile(path: string): Promise<void> {
  const file = await openRegistryFile(createReadStream(path));
  if (!file.ok) {
    throw new PlainError(`${basename(path)} is not a registry: it has no column ${file.error.columns.join(', ')}.`);
  }
  const ctx = { actor: { kind: 'worker', job: 'registry-import' } as const, now: new Date(), requestId: randomUUID() };
  let isWhole = true;
  const imported = await importRegistry(ctx, { name: basename(path), lines: file.value }, (sofar, remarks) => {
    for (const remark of remarks) process.stdout.write(`${sentence(remark)}\n`);
    isWhole &&= !remarks.some((remark) => 'refused' in remark && remark.refused === 'not_csv');
    tellProgress(sofar);
  });
  process.stdout.write(summary(must(imported.ok ? imported.value : undefined, 'the import of a worker')));
  if (!isWhole) process.exitCode = 1;
}

function sentence(remark: Remark): string {
  if ('refused' in remark) return `Line ${remark.line} refused: ${refusalWords[remark.refused]}.`;
  return `Line ${remark.line}: ${noteWords[remark.noted]}.`;
}

function tellProgress({ rows, peopleAdded }: ImportCounts): void {
  if (Date.now() - spokenAt < wait) return;
  spokenAt = Date.now();
  process.stderr.write(`${count(rows)} rows read, ${count(peopleAdded)} people added\n`);
}

function summary(counts: ImportCounts): string {
  const lines: readonly (readonly [number, string])[] = [
    [counts.rows, 'rows read'],
    [counts.refusedRows, 'rows refused'],
    [counts.peopleAdded, 'people added'],
    [counts.certificatesAdded, 'certificates added'],
    [counts.certificatesKnown, 'certificates on record before'],
    [counts.lastNamesAdded, 'last names added to people on record'],
    [counts.ssnConflicts, 'SSNs held by two people: cases for staff'],
  ];
  return `\n${lines.map(([number, what]) => `${count(number).padStart(12)}  ${what}\n`).join('')}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
