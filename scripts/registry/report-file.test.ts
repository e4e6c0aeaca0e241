import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothingImported } from '@/lib/certificates/import-model';
import { openReport, usualReport } from './report-file';

const folder = mkdtempSync(join(tmpdir(), 'cecs-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'report.csv');
const upTo = (linesRead: number) => ({ importId: 'x', startedAt: new Date('2026-11-24T15:00:07.123Z'), linesRead, counts: nothingImported });
const row = (line: number) => `${line},refused,"ein is not one to ten digits"\n`;
const heading = 'line,row,reason\n';

test.each([
  ['rows of lines that are in stay, the others go', heading + row(5) + row(40) + row(41), heading + row(5) + row(40)],
  ['a row that was cut off goes, whatever is left of its number', heading + row(5) + '41', heading + row(5)],
  ['so does one that was cut off behind its number', heading + row(5) + '6,refu', heading + row(5)],
  ['a report of other lines only is begun anew', heading + row(41), heading],
  ['and so is one that ends in its heading', 'line,ro', heading],
])('where an import goes on behind line 40, %s', (_what, before, kept) => {
  writeFileSync(path, before);
  const report = openReport(path, upTo(40));
  report.add([{ line: 44, noted: 'email_left_out' }]);
  report.close();
  expect(readFileSync(path, 'utf8')).toBe(`${kept}44,taken,"email is not an email address and was left out"\n`);
});

test('a new import writes a new report over one that is there, and one that goes on makes up for one that is not', () => {
  writeFileSync(path, heading + row(5));
  openReport(path, upTo(0)).close();
  expect(readFileSync(path, 'utf8')).toBe(heading);
  rmSync(path);
  openReport(path, upTo(40)).close();
  expect(readFileSync(path, 'utf8')).toBe(heading);
});

test('the usual place is the same for an import that goes on', () => {
  expect(usualReport('/srv/cecs', 'All of them.CSV', upTo(0))).toBe('/srv/cecs/imports/20261124T150007Z-All of them.report.csv');
  expect(usualReport('/srv/cecs', 'All of them.CSV', upTo(40))).toBe(usualReport('/srv/cecs', 'All of them.CSV', upTo(0)));
});
