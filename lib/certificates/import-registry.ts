import { read, transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { countNames } from '@/lib/identity/steps';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { err, must, ok, type Result } from '@/lib/shared/result';
import { importBatch } from './import-batch';
import { batchesOf, type Batch } from './import-lines';
import { addCounts, nothingImported, type ImportProgress, type RegistryLine, type Remark } from './import-model';
import * as runs from './import-runs-store';

export type RegistryFile = {
  readonly name: string;
  readonly lines: AsyncIterable<RegistryLine> | Iterable<RegistryLine>;
  /** SHA-256 of its bytes. An import of the same bytes that was cut off is gone on with; without it, it begins anew. */
  readonly hash?: Uint8Array;
};

/**
 * Told at the beginning and before each batch is committed, so that nothing that is in goes untold. Whoever keeps the
 * remarks and hears at the beginning that an import goes on drops those behind `linesRead`: their batch was not committed.
 */
export type Told = (sofar: ImportProgress, remarks: readonly Remark[]) => void;

export type ImportError = 'not_allowed' | 'undone_meanwhile';

/**
 * Loads educators of record. Each batch is a transaction of its own that also notes how far the file is in, so that an import
 * that was cut off goes on there. Whatever is on record already is passed over.
 */
export async function importRegistry(
  ctx: Ctx,
  file: RegistryFile,
  tell: Told,
  linesAtOnce = 2_000,
): Promise<Result<ImportProgress, ImportError>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  let sofar = await begin(ctx, file);
  tell(sofar, []);
  const asked = { day: dayInConnecticut(sofar.startedAt), ruleSet: await read(ctx.actor, loadRuleSet) };
  for await (const batch of batchesOf(file.lines, { ...asked, after: sofar.linesRead, linesAtOnce })) {
    const done = await transact(ctx.actor, (tx) => importLines(tx, ctx, { importId: sofar.importId, batch, tell }));
    if (!done.ok) return done;
    sofar = done.value;
  }
  return transact(ctx.actor, (tx) => finish(tx, ctx, sofar.importId));
}

async function begin(ctx: Ctx, { name, hash }: RegistryFile): Promise<ImportProgress> {
  const begun = await transact(ctx.actor, async (tx) => {
    await runs.lockImports(tx);
    const unfinished = hash && (await runs.findUnfinished(tx, hash));
    return ok(unfinished ?? (await runs.insertImport(tx, { name, hash }, ctx.now)));
  });
  return must(begun.ok ? begun.value : undefined, 'the import just begun');
}

type Step = { readonly importId: string; readonly batch: Batch; readonly tell: Told };

async function importLines(tx: Tx, ctx: Ctx, { importId, batch, tell }: Step): Promise<Result<ImportProgress, ImportError>> {
  await runs.lockImports(tx);
  const { sofar, isUndone } = must(await runs.lockRun(tx, importId), 'the import just begun');
  if (isUndone) return err('undone_meanwhile');
  // Somebody else is importing the same file and got here first.
  if (sofar.linesRead >= batch.lastLine) return ok(sofar);
  const done = await importBatch(tx, batch.rows, { importId, now: sofar.startedAt });
  const added = addCounts({ ...nothingImported, ...done.counts }, { rows: batch.lines - batch.rows.length, refusedRows: batch.refusedRows });
  const now = { ...sofar, linesRead: batch.lastLine, counts: addCounts(sofar.counts, added) };
  await runs.saveProgress(tx, now);
  tell(now, [...batch.remarks, ...done.remarks].toSorted((one, other) => one.line - other.line));
  const { peopleAdded, certificatesAdded, lastNamesAdded } = added;
  const changed = peopleAdded + certificatesAdded + lastNamesAdded > 0;
  const events = changed ? [imported(importId, { importId, peopleAdded, certificatesAdded, lastNamesAdded })] : [];
  await recordAudit(tx, ctx, ...done.events, ...events);
  return ok(now);
}

async function finish(tx: Tx, ctx: Ctx, importId: string): Promise<Result<ImportProgress, ImportError>> {
  await runs.liftTimeLimit(tx);
  await runs.lockImports(tx);
  const { sofar, isFinished, isUndone } = must(await runs.lockRun(tx, importId), 'the import just begun');
  if (isUndone) return err('undone_meanwhile');
  if (isFinished) return ok(sofar);
  await runs.saveFinished(tx, importId, ctx.now);
  await countNames(tx);
  await recordAudit(tx, ctx, imported(importId, { ...sofar.counts, importId, finished: true }));
  return ok(sofar);
}

function imported(importId: string, details: Record<string, string | number | boolean>) {
  return { type: 'registry_imported' as const, subject: { kind: 'person' as const, id: importId }, details };
}
