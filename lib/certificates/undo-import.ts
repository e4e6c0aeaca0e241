import { transact, type Tx } from '@/db/transact';
import { recordAudit } from '@/lib/audit/record-audit';
import { keysOfNamesAlone } from '@/lib/identity/key-steps';
import { countNames } from '@/lib/identity/steps';
import type { Ctx } from '@/lib/shared/context';
import { err, ok, type Result } from '@/lib/shared/result';
import type { ImportProgress, Obstacle } from './import-model';
import * as runs from './import-runs-store';

export type UndoError =
  | 'not_allowed'
  | 'no_such_import'
  | 'undone_before'
  | { readonly code: 'built_on'; readonly obstacles: readonly Obstacle[] };

/**
 * Takes an import back as a whole, or leaves it where somebody has built on it since. Without an id the latest is meant,
 * undone or not: asking twice does not take back two.
 */
export async function undoImport(ctx: Ctx, asked: { readonly importId?: string }): Promise<Result<ImportProgress, UndoError>> {
  if (ctx.actor.kind !== 'worker') return err('not_allowed');
  return transact(ctx.actor, async (tx): Promise<Result<ImportProgress, UndoError>> => {
    await runs.liftTimeLimit(tx);
    await runs.lockImports(tx);
    const importId = asked.importId ?? (await runs.findLatest(tx));
    const run = importId === undefined ? undefined : await runs.lockRun(tx, importId);
    if (!run) return err('no_such_import');
    if (run.isUndone) return err('undone_before');
    await takeNameKeysBack(tx, run.sofar.importId);
    const obstacles = await runs.takeImportBack(tx, run.sofar.importId, ctx.now);
    if (obstacles.length > 0) return err({ code: 'built_on', obstacles });
    await countNames(tx);
    const details = { ...run.sofar.counts, importId: run.sofar.importId };
    await recordAudit(tx, ctx, { type: 'registry_import_undone', subject: { kind: 'person', id: run.sofar.importId }, details });
    return ok(run.sofar);
  });
}

/** Of people who were on record before and got a last name from it. */
async function takeNameKeysBack(tx: Tx, importId: string): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const names = await runs.findNamesGiven(tx, importId, after);
    if (names.length === 0) return;
    after = names.at(-1)?.personId;
    await runs.takeNameKeysBack(tx, importId, await keysOfNamesAlone(tx, names));
  }
}
