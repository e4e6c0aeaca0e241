import { Readable } from 'node:stream';
import { openRegistryFile } from './import-file';
import { registryColumns, type RegistryLine } from './import-model';

const heading = registryColumns.join(',');
const rowOf = (ein: string, name = 'Ruiz') => `${ein},,${name}${','.repeat(registryColumns.length - 3)}`;

async function linesOf(...chunks: (string | Buffer)[]): Promise<RegistryLine[]> {
  const file = await openRegistryFile(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
  if (!file.ok) throw new Error(`Columns missing: ${file.error.columns.join()}`);
  const lines: RegistryLine[] = [];
  for await (const line of file.value) lines.push(line);
  return lines;
}

const told = (lines: RegistryLine[]) => lines.map((one) => ('problem' in one ? `${one.line} ${one.problem}` : `${one.line} ${one.cells.ein}`));

test('lines carry their number in the file, blank ones and line breaks in quotes counted', async () => {
  const lines = await linesOf(`${heading}\n${rowOf('1')}\n\n${rowOf('2', '"O\n""Brien"""')}\n${rowOf('3')}`);
  expect(told(lines)).toEqual(['2 1', '5 2', '6 3']);
  expect(lines[1]).toMatchObject({ cells: { last_name: 'O\n"Brien"' } });
});

test('a spreadsheet may write a byte-order mark, capitals, carriage returns and columns of its own', async () => {
  const lines = await linesOf(`\uFEFF${heading.toUpperCase()},Remark\r\n${rowOf('1')},seen\r\n`);
  expect(lines).toMatchObject([{ line: 2, cells: { ein: '1', last_name: 'Ruiz' } }]);
  expect(JSON.stringify(lines)).not.toContain('seen');
});

test('a letter cut in two between chunks stays whole', async () => {
  const bytes = Buffer.from(`${heading}\n${rowOf('1', 'Núñez')}`);
  const cut = bytes.indexOf('ú') + 1;
  expect(await linesOf(bytes.subarray(0, cut), bytes.subarray(cut))).toMatchObject([{ cells: { last_name: 'Núñez' } }]);
});

test('a row with a cell too few or too many is told by its line, and the rest is read', async () => {
  const lines = await linesOf(`${heading}\n1,2\n${rowOf('2')},\n${rowOf('3')}\n`);
  expect(told(lines)).toEqual(['2 cell_count', '3 cell_count', '4 3']);
});

test('where a quotation mark is never closed the file ends, and what came before is read', async () => {
  const open = rowOf('3', '"Ruiz');
  expect(told(await linesOf(`${heading}\n${rowOf('1')}\n${rowOf('2')}\n${open}\n${rowOf('4')}\n`))).toEqual(['2 1', '3 2', '4 not_csv']);
  const endless = Array.from({ length: 5_000 }, () => rowOf('4')).join('\n');
  expect(told(await linesOf(`${heading}\n${rowOf('1')}\n${open}\n`, endless))).toEqual(['2 1', '3 not_csv']);
});

test('a quotation mark within a name does no harm', async () => {
  expect(await linesOf(`${heading}\n${rowOf('1', 'Mary "Mo" Ruiz')}`)).toMatchObject([{ cells: { last_name: 'Mary "Mo" Ruiz' } }]);
});

test.each([
  ['without a heading', ''],
  ['of something else', 'name,age\nRuiz,44'],
])('a file %s says which columns are missing', async (_what, text) => {
  const file = await openRegistryFile(Readable.from([Buffer.from(text)]));
  expect(file).toEqual({ ok: false, error: { code: 'columns_missing', columns: [...registryColumns] } });
});

test('one missing column is named', async () => {
  const file = await openRegistryFile(Readable.from([Buffer.from(heading.replace('expires_on', 'expires'))]));
  expect(file).toEqual({ ok: false, error: { code: 'columns_missing', columns: ['expires_on'] } });
});
