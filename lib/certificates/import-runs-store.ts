import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { byteaArray, textArray } from '@/db/many-rows';
import { person, registryImport } from '@/db/schema/identity';
import type { Tx } from '@/db/transact';
import { must } from '@/lib/shared/result';
import type { NamesApart } from '@/lib/identity/key-steps';
import { nothingImported, type ImportProgress, type Obstacle } from './import-model';

type Row = typeof registryImport.$inferSelect;

/** One import after the other: what is on record already is looked up once for a whole batch. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('registry import'))`);
}

export async function insertImport(tx: Tx, file: { readonly name: string; readonly hash: Uint8Array | undefined }, now: Date): Promise<ImportProgress> {
  const [row] = await tx.insert(registryImport).values({ fileName: file.name, fileHash: file.hash ?? null, startedAt: now }).returning();
  return progressOf(must(row, 'the import just begun'));
}

/** An import of the same file, by its hash, that was cut off. */
export async function findUnfinished(tx: Tx, hash: Uint8Array): Promise<ImportProgress | undefined> {
  const unfinished = and(eq(registryImport.fileHash, hash), isNull(registryImport.finishedAt), isNull(registryImport.rolledBackAt));
  const [row] = await tx.select().from(registryImport).where(unfinished).orderBy(desc(registryImport.startedAt)).limit(1);
  return row && progressOf(row);
}

export type Run = { readonly sofar: ImportProgress; readonly isFinished: boolean; readonly isUndone: boolean };

/** How it stands, kept so until the end of the transaction. */
export async function lockRun(tx: Tx, id: string): Promise<Run | undefined> {
  const [row] = await tx.select().from(registryImport).where(eq(registryImport.id, id)).for('update');
  return row && { sofar: progressOf(row), isFinished: row.finishedAt !== null, isUndone: row.rolledBackAt !== null };
}

export async function findLatest(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.select({ id: registryImport.id }).from(registryImport).orderBy(desc(registryImport.startedAt)).limit(1);
  return row?.id;
}

export async function saveProgress(tx: Tx, { importId, linesRead, counts }: ImportProgress): Promise<void> {
  await tx.update(registryImport).set({ linesRead, counts }).where(eq(registryImport.id, importId));
}

export async function saveFinished(tx: Tx, importId: string, now: Date): Promise<void> {
  await tx.update(registryImport).set({ finishedAt: now }).where(eq(registryImport.id, importId));
}

/** For what takes minutes in a large register and keeps nobody waiting. */
export async function liftTimeLimit(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', '0', true)`);
}

const namesAtOnce = 500;

/** Last names that an import gave to people on record before it, and their other ones; some people at a time, locked. */
export async function findNamesGiven(tx: Tx, importId: string, after: string | undefined): Promise<NamesApart[]> {
  const given = sql<string[]>`array(select n.last_name from previous_name n where n.person_id = person.id and n.import_id = ${importId})`;
  const others = sql<string[]>`array_prepend(person.last_name, array(
    select n.last_name from previous_name n where n.person_id = person.id and n.import_id is distinct from ${importId}))`;
  const isGivenOne = sql`${person.id} in (select n.person_id from previous_name n where n.import_id = ${importId})`;
  return tx
    .select({ personId: person.id, some: given, others })
    .from(person)
    .where(and(isGivenOne, sql`${person.importId} is distinct from ${importId}`, after ? gt(person.id, after) : undefined))
    .orderBy(asc(person.id))
    .limit(namesAtOnce)
    .for('update');
}

export async function takeNameKeysBack(tx: Tx, importId: string, keys: readonly { personId: string; key: Uint8Array }[]): Promise<void> {
  const people = textArray(keys.map(({ personId }) => personId));
  await tx.execute(sql`select take_name_keys_back(${importId}, ${people}::uuid[], ${byteaArray(keys.map(({ key }) => key))})`);
}

/** Empty where it was taken back; otherwise it is as it was. */
export async function takeImportBack(tx: Tx, importId: string, now: Date): Promise<Obstacle[]> {
  const rows = await tx.execute<{ obstacle: Obstacle['what']; many: string }>(
    sql`select obstacle, many from take_import_back(${importId}, ${now.toISOString()}::timestamptz)`,
  );
  return rows.map(({ obstacle, many }) => ({ what: obstacle, many: Number(many) }));
}

function progressOf({ id, startedAt, linesRead, counts }: Row): ImportProgress {
  return { importId: id, startedAt, linesRead, counts: { ...nothingImported, ...counts } };
}
