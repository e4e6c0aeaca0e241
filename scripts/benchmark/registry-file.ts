import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { registryLines, type DemoPerson } from '@/dev/demo/people';
import { addressColumns, registryColumns } from '@/lib/certificates/import-model';

const columns = [...registryColumns, ...addressColumns];

/** Writes people as a registry file, however many, and says how many rows they have. */
export async function writeRegistry(path: string, people: Iterable<DemoPerson>): Promise<number> {
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield `${columns.join()}\n`;
    for (const one of people) {
      const lines = registryLines([one]).flatMap((line) => ('cells' in line ? [columns.map((name) => line.cells[name] ?? '').join()] : []));
      rows += lines.length;
      yield `${lines.join('\n')}\n`;
    }
  }
  await pipeline(text(), createWriteStream(path));
  return rows;
}
