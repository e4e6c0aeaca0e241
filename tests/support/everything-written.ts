import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { symbols } from 'pino';
import { database } from '@/db/client';
import type { Tx } from '@/db/transact';
import { log } from '@/lib/shared/log';
import type { Written } from './find-leaks';

/** Every column of every table as text, sealed ones too: bytes read as hexadecimal, as `findLeaks` knows. */
export async function everythingInDatabase(asked: Pick<Tx, 'execute'> = database()): Promise<Written[]> {
  const columns = await asked.execute<{ table: string; column: string }>(sql`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2`);
  const written: Written[] = [];
  for (const { table, column } of columns) {
    const [row] = await asked.execute<{ text: string | null }>(sql`
      select string_agg(distinct ${sql.identifier(column)}::text, E'\n') as text from ${sql.identifier(table)}`);
    written.push({ where: `${table}.${column}`, text: row?.text ?? '' });
  }
  return written;
}

/** Every file below a folder, whatever is in it. */
export function everythingInFolder(folder: string): Written[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ where: path.slice(folder.length + 1), text: readFileSync(path, 'latin1') }));
}

/** An error as anybody may come to see it: printed, serialised, with its stack and all it carries. */
export function everythingInError(thrown: unknown): Written {
  const { message, stack } = thrown instanceof Error ? thrown : { message: String(thrown), stack: '' };
  const text = [message, stack, inspect(thrown, { depth: 9, showHidden: true }), JSON.stringify(thrown)].join('\n');
  return { where: 'a thrown error', text };
}

type Stream = { write(line: string): void };

/** Keeps what is logged from here to the end of the test file, instead of printing it. */
export function keepLog(): { readonly lines: string[] } {
  const lines: string[] = [];
  const stream = (log as unknown as Record<symbol, Stream | undefined>)[symbols.streamSym];
  if (!stream) throw new Error('The log has no stream');
  beforeAll(() => void jest.spyOn(stream, 'write').mockImplementation((line) => void lines.push(line)));
  afterAll(() => jest.restoreAllMocks());
  return { lines };
}
