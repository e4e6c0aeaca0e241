import { desc } from 'drizzle-orm';
import { registryImport } from '@/db/schema/identity';
import { read } from '@/db/transact';
import type { Worker } from '@/lib/shared/context';
import { nothingImported, type ImportedFile } from './import-model';

const most = 100;

/** What was imported, the latest first. */
export async function listImports(actor: Worker): Promise<ImportedFile[]> {
  const rows = await read(actor, (tx) => tx.select().from(registryImport).orderBy(desc(registryImport.startedAt)).limit(most));
  return rows.map(({ id, fileName, startedAt, finishedAt, rolledBackAt, counts }) => ({
    ...{ id, fileName, startedAt, finishedAt, undoneAt: rolledBackAt },
    counts: { ...nothingImported, ...counts },
  }));
}
