import { pipeline, type Readable } from 'node:stream';
import { parse, type Parser } from 'csv-parse';
import { err, ok, type Result } from '@/lib/shared/result';
import { addressColumns, registryColumns, type RegistryCells, type RegistryColumn, type RegistryLine } from './import-model';

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };
export type ColumnsMissing = { readonly code: 'columns_missing'; readonly columns: readonly string[] };

const known: readonly string[] = [...registryColumns, ...addressColumns];
const longestRecord = 65_536;

/**
 * The lines of a registry file, read as they are asked for: the file may be larger than memory. Where a quotation mark is
 * never closed nothing after it can be trusted, so that line ends the file.
 */
export async function openRegistryFile(input: Readable): Promise<Result<AsyncGenerator<RegistryLine>, ColumnsMissing>> {
  const records = recordsOf(input);
  const first = await records.next();
  const heading = first.done || 'problem' in first.value ? [] : first.value.record.map((name) => name.trim().toLowerCase());
  const columns = registryColumns.filter((name) => !heading.includes(name));
  if (columns.length === 0) return ok(linesUnder(heading, records));
  await records.return(undefined);
  return err({ code: 'columns_missing', columns });
}

type Unreadable = Extract<RegistryLine, { problem: string }>;

// An error would throw away the good records still waiting in the parser: it is noted, and told after the last of them.
async function* recordsOf(input: Readable): AsyncGenerator<CsvRecord | Unreadable> {
  let good: number | undefined;
  const parser: AsyncIterable<CsvRecord> & Parser = parse({
    ...{ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    ...{ max_record_size: longestRecord, skip_records_with_error: true },
    on_skip() {
      good ??= parser.info.records;
    },
  });
  pipeline(input, parser, () => {});
  let told = 0;
  let line = 0;
  for await (const one of parser) {
    if (told === good) break;
    told += 1;
    line = one.info.lines;
    yield one;
  }
  if (good !== undefined) yield { line: line + 1, problem: 'not_csv' };
}

async function* linesUnder(
  heading: readonly string[],
  records: AsyncIterable<CsvRecord | Unreadable>,
): AsyncGenerator<RegistryLine> {
  for await (const one of records) {
    if ('problem' in one) yield one;
    else if (one.record.length !== heading.length) yield { line: one.info.lines, problem: 'cell_count' };
    else yield { line: one.info.lines, cells: cellsUnder(heading, one.record) };
  }
}

function cellsUnder(heading: readonly string[], record: readonly string[]): RegistryCells {
  const cells: Partial<Record<RegistryColumn, string>> = {};
  heading.forEach((name, at) => {
    if (isColumn(name)) cells[name] = record[at] ?? '';
  });
  return cells;
}

function isColumn(name: string): name is RegistryColumn {
  return known.includes(name);
}
