import { setImmediate as others } from 'node:timers/promises';
import { err } from '@/lib/shared/result';
import type { RegistryLine, Remark } from './import-model';
import { keyedRow, type KeyedRow } from './import-people';
import { readRegistryRow } from './import-rules';

/** Lines that make one transaction, read, judged and with their keys. */
export type Batch = {
  readonly rows: readonly KeyedRow[];
  readonly remarks: readonly Remark[];
  readonly lines: number;
  readonly refusedRows: number;
  readonly lastLine: number;
};

export type Asked = Parameters<typeof readRegistryRow>[1] & {
  /** The line behind which reading begins. */
  readonly after: number;
  readonly linesAtOnce: number;
};
type Lines = AsyncIterable<RegistryLine> | Iterable<RegistryLine>;

/** Lines after which whatever else this process has to do gets a turn: to hear the database's answers, above all. */
const breath = 100;

/** The next batch is being read while the one before is written. */
export function batchesOf(lines: Lines, asked: Asked): AsyncGenerator<Batch> {
  return oneAhead(inBatches(lines, asked));
}

async function* inBatches(lines: Lines, asked: Asked): AsyncGenerator<Batch> {
  let batch = emptyBatch();
  for await (const one of lines) {
    if (one.line <= asked.after) continue;
    readInto(batch, one, asked);
    if (batch.lines % breath === 0) await others();
    if (batch.lines < asked.linesAtOnce) continue;
    yield batch;
    batch = emptyBatch();
  }
  if (batch.lines > 0) yield batch;
}

function emptyBatch() {
  return { rows: [] as KeyedRow[], remarks: [] as Remark[], lines: 0, refusedRows: 0, lastLine: 0 };
}

function readInto(batch: ReturnType<typeof emptyBatch>, one: RegistryLine, asked: Asked): void {
  const { line } = one;
  batch.lines += 1;
  batch.lastLine = line;
  const row = 'problem' in one ? err([one.problem]) : readRegistryRow(one.cells, asked);
  if (!row.ok) {
    batch.refusedRows += 1;
    batch.remarks.push(...row.error.map((refused) => ({ line, refused })));
    return;
  }
  const { notes, ...said } = row.value;
  batch.rows.push(keyedRow({ line, ...said }));
  batch.remarks.push(...notes.map((noted) => ({ line, noted })));
}

async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let coming = source.next();
  try {
    for (;;) {
      const here = await coming;
      if (here.done) return;
      coming = source.next();
      // What goes wrong is told to whoever asks for it, later.
      coming.catch(() => {});
      yield here.value;
    }
  } finally {
    await source.return(undefined);
  }
}
