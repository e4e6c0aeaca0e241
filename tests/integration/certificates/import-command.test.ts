import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it.each([
    ['without a file', [], 'npm run registry:import -- FILE.csv'],
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
