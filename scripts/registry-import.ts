import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { migrateDatabase } from '@/db/migrate';
import { PlainError } from '@/dev/postgres/plain-error';
import { openRegistryFile } from '@/lib/certificates/import-file';
import type { ImportProgress } from '@/lib/certificates/import-model';
import { listImports } from '@/lib/certificates/import-queries';
import { importRegistry } from '@/lib/certificates/import-registry';
import { undoImport } from '@/lib/certificates/undo-import';
import { env } from '@/lib/env';
import type { Ctx, Worker } from '@/lib/shared/context';
import { Invariant } from '@/lib/shared/result';
import { prepareEnvironment } from './launch/prepare-environment';
import { askedFor, type AskedFor } from './registry/asked-for';
import { openReport, usualReport, type Report } from './registry/report-file';
import { count, listed, refusedUndo, sentence, summary } from './registry/wording';

/*
 * `npm run registry:import -- FILE.csv`: loads educators of record, beside a running CECS or without one. What there is to say
 * of rows goes to standard output and into a report, progress to standard error. `--list` shows what was imported, `--undo`
 * takes an import back.
 */
const wait = 2_000;
let spokenAt = Date.now();
let release = async (): Promise<void> => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void release().finally(() => process.exit(1)));
const actor = { kind: 'worker', job: 'registry-import' } as const;

try {
  const asked = askedFor(process.argv.slice(2));
  const prepared = await prepareEnvironment();
  release = prepared.release;
  // An external database is migrated by the start of the version that runs on it.
  if (prepared.settings.parts.includes('database')) await migrateDatabase(env().DATABASE_URL);
  if (asked.what === 'import') await importFile(asked, prepared.settings.home);
  else process.stdout.write(asked.what === 'list' ? listed(await listImports(actor)) : await undone(asked.importId));
} catch (error) {
  process.exitCode = 1;
  const shown = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${shown}\n`);
}
await release();
process.exit();

async function importFile({ path, report: named }: Extract<AskedFor, { what: 'import' }>, home: string): Promise<void> {
  const name = basename(path);
  const hash = await hashOf(path);
  const file = await openRegistryFile(createReadStream(path));
  if (!file.ok) throw new PlainError(`${name} is not a registry: it has no column ${file.error.columns.join(', ')}.`);
  let report: Report | undefined;
  const imported = await importRegistry(ctx(), { name, lines: file.value, hash }, (sofar, remarks) => {
    report ??= begun(sofar, named ?? usualReport(home, name, sofar));
    report.add(remarks);
    for (const remark of remarks) process.stdout.write(`${sentence(remark)}\n`);
    if (remarks.some((remark) => 'refused' in remark && remark.refused === 'not_csv')) process.exitCode = 1;
    tellProgress(sofar);
  });
  report?.close();
  if (!imported.ok) throw new PlainError('This import was undone while it ran: nothing of it is left. Run it again if that was not meant.');
  const { counts, importId } = imported.value;
  process.stdout.write(`\n${summary(counts)}\nReport: ${report?.path}\nTo take it back: npm run registry:import -- --undo ${importId}\n`);
}

async function hashOf(path: string): Promise<Uint8Array> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}

function begun(sofar: ImportProgress, path: string): Report {
  if (sofar.linesRead > 0) process.stderr.write(`Going on after line ${count(sofar.linesRead)}, where the import of this file was cut off\n`);
  return openReport(path, sofar);
}

function tellProgress({ counts }: ImportProgress): void {
  if (Date.now() - spokenAt < wait) return;
  spokenAt = Date.now();
  process.stderr.write(`${count(counts.rows)} rows read, ${count(counts.peopleAdded)} people added\n`);
}

async function undone(importId: string | undefined): Promise<string> {
  const done = await undoImport(ctx(), importId === undefined ? {} : { importId });
  if (done.ok) return `Undone, all of it:\n\n${summary(done.value.counts)}`;
  switch (done.error) {
    case 'no_such_import':
      throw new PlainError('There is no such import: --list shows what was imported.');
    case 'undone_before':
      throw new PlainError('This import was undone before. To take back another, name it: --list shows what was imported.');
    case 'not_allowed':
      throw new Invariant('A worker may undo imports');
    default:
      throw new PlainError(refusedUndo(done.error.obstacles));
  }
}

function ctx(): Ctx<Worker> {
  return { actor, now: new Date(), requestId: randomUUID() };
}
