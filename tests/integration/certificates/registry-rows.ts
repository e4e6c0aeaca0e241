import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { openRegistryFile } from '@/lib/certificates/import-file';
import { addressColumns, registryColumns, type ImportCounts, type RegistryColumn, type RegistryLine, type Remark } from '@/lib/certificates/import-model';
import { importRegistry } from '@/lib/certificates/import-registry';
import { addDays, day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { workerCtx } from '@/tests/support/people';

type Row = Partial<Record<RegistryColumn, string>>;

const columns = [...registryColumns, ...addressColumns];
let made = 0;

/** A row of a registry about somebody new, but for what is said. */
export function rowOf(about: Row = {}): Row & { readonly ein: string; readonly ssn: string; readonly date_of_birth: string } {
  made += 1;
  const number = String(made).padStart(4, '0');
  // Unlike their neighbours', for people born on one day whose names or numbers are alike are taken for one another.
  const ssn = `${500 + ((made * 37) % 160)}${10 + ((made * 53) % 89)}${number}`;
  const born = addDays(day('1958-02-03'), (made * 13) % 14_000);
  const lastName = createHash('sha256').update(number).digest('hex').slice(0, 12).replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
  return {
    ...{ ein: `130000${number}`, ssn, last_name: lastName, first_name: 'Iris' },
    ...{ date_of_birth: born, email: `iris${number}@example.test`, certificate_type: 'PROFESSIONAL' },
    ...{ endorsements: '015', issued_on: '2022-01-15', effective_on: '2022-01-15', expires_on: '2027-01-14' },
    ...about,
  };
}

export function registryText(rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((name) => `"${row[name] ?? ''}"`).join());
  return [columns.join(), ...lines, ''].join('\n');
}

export type Imported = { readonly importId: string; readonly counts: ImportCounts; readonly remarks: readonly Remark[] };

/** The rows as a file, through the same door as the command. */
export async function importRows(rows: readonly Row[], linesAtOnce?: number): Promise<Imported> {
  return importFile(Readable.from([Buffer.from(registryText(rows))]), linesAtOnce);
}

export async function importFile(input: Readable, linesAtOnce?: number): Promise<Imported> {
  const remarks: Remark[] = [];
  const file = { name: 'rows.csv', lines: await linesOf(input) };
  const done = await importRegistry(workerCtx(), file, (_sofar, more) => remarks.push(...more), linesAtOnce);
  return { ...must(done.ok ? done.value : undefined, 'an import'), remarks };
}

export async function linesOf(input: Readable): Promise<AsyncGenerator<RegistryLine>> {
  const file = await openRegistryFile(input);
  return must(file.ok ? file.value : undefined, 'a file with all columns');
}
