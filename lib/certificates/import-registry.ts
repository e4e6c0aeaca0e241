import { read, transact } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { countNames } from '@/lib/identity/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { RuleSet } from '@/lib/rulebook/model';
import type { Ctx, Worker } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { importBatch } from './import-batch';
import { addCounts, nothingImported, type ImportCounts, type RegistryLine, type RegistryRow, type Remark } from './import-model';
import { readRegistryRow } from './import-rules';
import * as store from './import-store';

export type RegistryFile = { readonly name: string; readonly lines: AsyncIterable<RegistryLine> | Iterable<RegistryLine> };
/** Told after each batch: what is in so far, and what there is to say of the rows just read. */
export type Told = (sofar: ImportCounts, remarks: readonly Remark[]) => void;

const batchSize = 500;

/**
 * Loads educators of record. Each batch is a transaction of its own, and whatever is on record already is passed over: an
 * import that was cut off is completed by running it again.
 */
export async function importRegistry(ctx: Ctx, file: RegistryFile, tell: Told): Promise<Result<ImportCounts, 'not_allowed'>> {
  const { actor } = ctx;
  if (actor.kind !== 'worker') return err('not_allowed');
  const by: By = { ctx: { ...ctx, actor }, importId: await begin(ctx, file.name), ruleSet: await read(actor, loadRuleSet) };
  let counts = nothingImported;
  for await (const lines of inBatches(file.lines)) {
    const done = await importLines(lines, by);
    counts = addCounts(counts, done.counts);
    tell(counts, done.remarks.toSorted((one, other) => one.line - other.line));
  }
  await finish(by, counts);
  return ok(counts);
}

type By = { readonly ctx: Ctx<Worker>; readonly importId: string; readonly ruleSet: RuleSet };

async function begin(ctx: Ctx, fileName: string): Promise<string> {
  const begun = await transact(ctx.actor, async (tx) => ok(await store.insertImport(tx, fileName, ctx.now)));
  return must(begun.ok ? begun.value : undefined, 'the import just begun');
}

async function importLines(lines: readonly RegistryLine[], { ctx, importId, ruleSet }: By) {
  const { rows, remarks, refusedRows } = readLines(lines, { day: dayInConnecticut(ctx.now), ruleSet });
  const done = await transact(ctx.actor, async (tx) => {
    const batch = await importBatch(tx, rows, { importId, now: ctx.now });
    const { peopleAdded = 0, certificatesAdded = 0, lastNamesAdded = 0 } = batch.counts;
    const details = { importId, peopleAdded, certificatesAdded, lastNamesAdded };
    const changed = peopleAdded + certificatesAdded + lastNamesAdded > 0;
    await recordAudit(tx, ctx, ...batch.events, ...(changed ? [imported(importId, details)] : []));
    return ok(batch);
  });
  const { counts, remarks: others } = must(done.ok ? done.value : undefined, 'the batch just written');
  return {
    counts: addCounts({ ...nothingImported, ...counts }, { rows: lines.length - rows.length, refusedRows }),
    remarks: [...remarks, ...others],
  };
}

async function finish({ ctx, importId }: By, counts: ImportCounts): Promise<void> {
  await transact(ctx.actor, async (tx) => {
    await store.saveImportFinished(tx, importId, ctx.now);
    await countNames(tx);
    await recordAudit(tx, ctx, imported(importId, { ...counts, importId, finished: true }));
    return ok();
  });
}

function imported(importId: string, details: Record<string, string | number | boolean>) {
  return { type: 'registry_imported' as const, subject: { kind: 'person' as const, id: importId }, details };
}

function readLines(lines: readonly RegistryLine[], asked: Parameters<typeof readRegistryRow>[1]) {
  const rows: RegistryRow[] = [];
  const remarks: Remark[] = [];
  let refusedRows = 0;
  for (const one of lines) {
    const { line } = one;
    const row = 'problem' in one ? err([one.problem]) : readRegistryRow(one.cells, asked);
    if (!row.ok) {
      refusedRows += 1;
      remarks.push(...row.error.map((refused) => ({ line, refused })));
      continue;
    }
    const { notes, ...said } = row.value;
    rows.push({ line, ...said });
    remarks.push(...notes.map((noted) => ({ line, noted })));
  }
  return { rows, remarks, refusedRows };
}

async function* inBatches(lines: RegistryFile['lines']): AsyncGenerator<RegistryLine[]> {
  let batch: RegistryLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
