import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, eq } from 'drizzle-orm';
import { certificate } from '@/db/schema/certificates';
import { person } from '@/db/schema/identity';
import { useDatabase } from '@/tests/support/database';
import { runCommand } from '@/tests/support/run-command';
import { importFile, registryText, rowOf } from './registry-rows';

const { db } = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'cecs-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runImport = (...args: string[]) =>
  runCommand('scripts/registry-import.ts', args, { CECS_HOME: join(folder, 'home'), INIT_CWD: folder });

describe('npm run registry:import', () => {
  it('loads a file, tells refused rows by line and counts at the end, and never says an SSN or a birth date', async () => {
    const good = rowOf();
    const bad = rowOf({ ssn: '666-12-3456', date_of_birth: '1977-02-30' });
    writeFileSync(join(folder, 'registry.csv'), registryText([good, bad]));
    const { code, said } = await runImport('registry.csv');
    expect(code).toBe(0);
    expect(said).toContain('Line 3 refused: ssn cannot be a Social Security number.\n');
    expect(said).toContain('Line 3 refused: date_of_birth is not a day like 1980-04-27.\n');
    expect(said).toMatch(/ 2 {2}rows read\n +1 {2}rows refused\n +1 {2}people added\n/);
    expect(said).not.toMatch(new RegExp(`${good.ssn}|666-?12|1977-02|${good.last_name}`));
    expect(await db().select().from(person).where(eq(person.ein, good.ein))).toHaveLength(1);
  });

  it('reads up to a quotation mark that is never closed, says where, and fails', async () => {
    const rows = registryText([rowOf(), rowOf()]);
    writeFileSync(join(folder, 'open.csv'), `${rows}"1300009999,""\n`);
    const { code, said } = await runImport('open.csv');
    expect(code).toBe(1);
    expect(said).toContain('Line 4 refused: cannot be read: a quotation mark is opened and not closed.');
    expect(said).toMatch(/ 2 {2}people added\n/);
  });

  it('writes a report of lines and reasons, where it is told to or beside everything else, and says where', async () => {
    const [good, bad] = [rowOf({ email: 'nowhere' }), rowOf({ ssn: '666-12-3456', date_of_birth: '1977-02-30' })];
    writeFileSync(join(folder, 'reported.csv'), registryText([good, bad]));
    const usual = /^Report: (\/.*\/home\/imports\/\d{8}T\d{6}Z-reported\.report\.csv)$/m.exec((await runImport('reported.csv')).said)?.[1] ?? '';
    const { said } = await runImport('--report', 'mine.csv', 'reported.csv');
    expect(said).toContain(`Report: ${join(folder, 'mine.csv')}\n`);
    const rows = [
      '2,taken,"email is not an email address and was left out"',
      '3,refused,"ssn cannot be a Social Security number"',
      '3,refused,"date_of_birth is not a day like 1980-04-27"',
    ];
    for (const path of [usual, join(folder, 'mine.csv')]) {
      expect(readFileSync(path, 'utf8')).toBe(`line,row,reason\n${rows.join('\n')}\n`);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  it('says what cannot be written where, and brings nothing', async () => {
    const row = rowOf();
    writeFileSync(join(folder, 'unwritten.csv'), registryText([row]));
    const { code, said } = await runImport('unwritten.csv', '--report', 'registry.csv/report.csv');
    expect([code, said]).toEqual([1, expect.stringContaining(`The report cannot be written to ${join(folder, 'registry.csv/report.csv')}`)]);
    expect(await db().select().from(person).where(eq(person.ein, row.ein))).toEqual([]);
  });

  it('lists imports, takes one back, and says why another stays', async () => {
    const [row, kept] = [rowOf(), rowOf()];
    writeFileSync(join(folder, 'first.csv'), registryText([kept]));
    writeFileSync(join(folder, 'second.csv'), registryText([row, { ...kept, last_name: 'Castellano' }]));
    const [first, second] = [idIn((await runImport('first.csv')).said), idIn((await runImport('second.csv')).said)];
    const refused = await runImport('--undo', first);
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/^This import stays, all of it: something was built on it since\.\n +1 {2}people have rows of a later import/);
    const undone = await runImport('--undo');
    expect([undone.code, undone.said]).toEqual([0, expect.stringMatching(/^Undone, all of it:\n[^]* 1 {2}people added\n/)]);
    expect(await runImport('--undo')).toMatchObject({ code: 1, said: expect.stringMatching(/^This import was undone before\./) as string });
    const { said } = await runImport('--list');
    expect(said).toMatch(new RegExp(`^${second}  .{20}  undone .{20}  second\\.csv\n${first}  .{20}  added: people 1, certificates 1  first\\.csv$`, 'm'));
    expect(await db().select().from(person).where(eq(person.ein, row.ein))).toEqual([]);
  });

  const idIn = (said: string): string => /--undo (\S+)\n$/.exec(said)?.[1] ?? '';

  it.each([
    ['without a file', [], 'npm run registry:import -- FILE.csv'],
    ['with two things to do at once', ['--undo', '--list'], 'Say which file'],
    ['with a flag it does not know', ['--undue'], 'Say which file'],
    ['with an import that has no such number', ['--undo', '17'], '17 is not the number of an import'],
    ['with an import that is not there', ['--undo', '00000000-0000-4000-8000-000000000000'], 'There is no such import'],
    ['with a file that is not there', ['none.csv'], 'There is no file none.csv.'],
    ['with something else', ['other.csv'], 'other.csv is not a registry: it has no column ein, ssn'],
  ])('%s says what to do, in one line', async (_what, args, words) => {
    writeFileSync(join(folder, 'other.csv'), 'name,age\nIris,44\n');
    const { code, said } = await runImport(...args);
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});

// Records of real shape that come with the project's references; a checkout without them has nothing to read.
const shared = '../shared/data/matching/registry.csv';
if (existsSync(shared)) {
  describe('the registry of the references', () => {
    it('is taken whole, once', async () => {
      const [before] = await db().select({ people: count() }).from(person);
      const first = await importFile(createReadStream(shared));
      expect(first.remarks).toEqual([]);
      expect(first.counts).toMatchObject({ rows: 264, refusedRows: 0, peopleAdded: 264, certificatesAdded: 264 });
      const again = await importFile(createReadStream(shared));
      expect(again.counts).toMatchObject({ refusedRows: 0, peopleAdded: 0, certificatesAdded: 0, certificatesKnown: 264 });
      const [after] = await db().select({ people: count() }).from(person);
      expect(after?.people).toBe((before?.people ?? 0) + 264);
      const named = await db().select({ number: certificate.number }).from(certificate);
      expect(named.every(({ number }) => /^K[0-9A-HJKMNP-TV-Z]{7}$/.test(number))).toBe(true);
    });
  });
}
