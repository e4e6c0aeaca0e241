import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PlainError } from '@/dev/postgres/plain-error';
import { reasonOf, type ImportProgress, type Remark } from '@/lib/certificates/import-model';

export type Report = { readonly path: string; add(remarks: readonly Remark[]): void; close(): void };

const heading = 'line,row,reason\n';

/** Beside everything else that CECS keeps, under the time at which the import began: one that goes on finds its own. */
export function usualReport(home: string, file: string, { startedAt }: ImportProgress): string {
  const time = startedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return join(home, 'imports', `${time}-${basename(file).replace(/\.csv$/i, '')}.report.csv`);
}

/**
 * What there is to say of a file: the line, whether its row was refused or taken, and why; never what stands in it. An import
 * that goes on goes on with its report behind the last line that is in.
 */
export function openReport(path: string, { linesRead }: ImportProgress): Report {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const kept = linesRead > 0 && existsSync(path) ? lengthUpTo(readFileSync(path), linesRead) : 0;
    const file = openSync(path, kept > 0 ? 'r+' : 'w', 0o600);
    ftruncateSync(file, kept);
    return reportIn(file, { path, kept });
  } catch (error) {
    throw new PlainError(`The report cannot be written to ${path} (${error instanceof Error ? error.message : String(error)}).`);
  }
}

function reportIn(file: number, { path, kept }: { path: string; kept: number }): Report {
  let at = kept;
  const write = (text: string): void => {
    at += writeSync(file, text, at);
  };
  if (kept === 0) write(heading);
  return {
    path,
    add: (remarks) => write(remarks.map(rowOf).join('')),
    close() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** How much of a report speaks of lines up to `last`. A row that was cut off in the middle does not. */
function lengthUpTo(report: Buffer, last: number): number {
  let length = heading.length;
  for (;;) {
    const end = report.indexOf('\n', length);
    const line = Number.parseInt(report.toString('latin1', length, end), 10);
    if (end < 0 || !(line <= last)) return length <= report.length ? length : 0;
    length = end + 1;
  }
}

function rowOf(remark: Remark): string {
  return `${remark.line},${'refused' in remark ? 'refused' : 'taken'},"${reasonOf(remark)}"\n`;
}
