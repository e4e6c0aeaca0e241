import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { registryImport } from '@/db/schema/identity';
import type { RegistryLine, Remark } from '@/lib/certificates/import-model';
import { importRegistry } from '@/lib/certificates/import-registry';
import { useDatabase } from '@/tests/support/database';
import { now, workerCtx } from '@/tests/support/people';
import { runCommand, startCommand } from '@/tests/support/run-command';
import { contentsOfRegister, forgetRegister } from './register-contents';
import { linesOf, registryText, rowOf } from './registry-rows';

const { db } = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'cecs-resume-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two batches and a half, with something to say in each of them and people whose rows lie in two. */
function fileOf(linesAtOnce: number) {
  const rows = Array.from({ length: 2.5 * linesAtOnce }, () => rowOf());
  const at = (line: number) => rows[line - 2] ?? rowOf();
  const [early, middle, late] = [10, 1.25 * linesAtOnce, 2.25 * linesAtOnce];
  for (const line of [early, middle, late]) rows[line - 2] = { ...at(line), expires_on: 'never' };
  rows[middle - 1] = { ...at(middle + 1), ssn: at(early + 1).ssn };
  rows[late - 1] = { ...at(early + 2), issued_on: '2012-01-15', effective_on: '', expires_on: '2017-01-14', last_name: 'Later' };
  rows[late] = at(early + 3);
  const text = registryText(rows);
  return { text, middle, lines: rows.length, hash: createHash('sha256').update(text).digest(), linesAtOnce };
}
type File = ReturnType<typeof fileOf>;

const small = fileOf(100);
const { linesAtOnce } = small;
const imports = () => db().select().from(registryImport);
const commonness = () => db().execute(sql`select kind, key, people from name_commonness order by kind, key`);
const asItIs = (lines: AsyncIterable<RegistryLine>) => lines;

async function importText({ text, hash, linesAtOnce: most }: File, through: (lines: AsyncIterable<RegistryLine>) => AsyncIterable<RegistryLine> = asItIs, at = now) {
  const remarks: Remark[] = [];
  const lines = through(await linesOf(Readable.from([text])));
  const done = await importRegistry(workerCtx(at), { name: 'rows.csv', hash, lines }, (_sofar, more) => remarks.push(...more), most);
  return { done, remarks };
}

async function inOneGo(file: File) {
  const { done, remarks } = await importText(file);
  const whole = { contents: await contentsOfRegister(now), commonness: [...(await commonness())], counts: done.ok && done.value.counts, remarks };
  await forgetRegister();
  return whole;
}

async function* cutOffAt(line: number, lines: AsyncIterable<RegistryLine>): AsyncGenerator<RegistryLine> {
  for await (const one of lines) {
    if (one.line === line) throw new Error('The machine is gone');
    yield one;
  }
}

describe('an import that was cut off', () => {
  let whole: Awaited<ReturnType<typeof inOneGo>>;
  beforeAll(async () => (whole = await inOneGo(small)));
  beforeEach(forgetRegister);
  const cutOff = (line: number) => expect(importText(small, (lines) => cutOffAt(line, lines))).rejects.toThrow('The machine is gone');

  test('the file has something of everything', () => {
    const people = small.lines - 5;
    expect(whole.counts).toEqual({
      ...{ rows: small.lines, refusedRows: 3, peopleAdded: people, certificatesAdded: people + 1, certificatesKnown: 1 },
      ...{ lastNamesAdded: 1, ssnConflicts: 1 },
    });
  });

  it('goes on behind the last line that is in, on another day too, and ends as one that was not', async () => {
    await cutOff(2 * linesAtOnce + 30);
    expect(await imports()).toMatchObject([{ linesRead: linesAtOnce * 2 + 1, finishedAt: null, counts: { rows: 2 * linesAtOnce } }]);
    const { done, remarks } = await importText(small, asItIs, new Date('2026-12-03T15:00:00Z'));
    expect(done).toMatchObject({ ok: true, value: { counts: whole.counts } });
    expect(remarks).toEqual(whole.remarks.filter(({ line }) => line > 2 * linesAtOnce + 1));
    expect(await imports()).toMatchObject([{ linesRead: small.lines + 1, startedAt: now, counts: whole.counts }]);
    expect(await contentsOfRegister(now)).toEqual(whole.contents);
    expect([...(await commonness())]).toEqual(whole.commonness);
  });

  it('goes on however often it is cut off, and each line is in once', async () => {
    for (const line of [30, linesAtOnce + 2, linesAtOnce + 30, 2 * linesAtOnce + 2]) await cutOff(line);
    expect((await importText(small)).done).toMatchObject({ ok: true, value: { counts: whole.counts } });
    expect(await imports()).toHaveLength(1);
    expect(await contentsOfRegister(now)).toEqual(whole.contents);
  });

  it('is one import when two processes go on with it at once', async () => {
    await cutOff(linesAtOnce + 30);
    const both = await Promise.all([importText(small), importText(small)]);
    expect(await imports()).toMatchObject([{ counts: whole.counts, finishedAt: now }]);
    const told = both.flatMap(({ remarks }) => remarks).toSorted((one, other) => one.line - other.line);
    expect(told).toEqual(whole.remarks.filter(({ line }) => line > linesAtOnce + 1));
    expect(await contentsOfRegister(now)).toEqual(whole.contents);
  });

  it('is not gone on with by another file, nor once it is finished', async () => {
    await cutOff(linesAtOnce + 30);
    const other = { name: 'rows.csv', hash: createHash('sha256').update('other').digest(), lines: [] };
    expect(await importRegistry(workerCtx(), other, () => {})).toMatchObject({ ok: true, value: { linesRead: 0 } });
    await importText(small);
    expect((await importText(small)).done).toMatchObject({ ok: true, value: { counts: { rows: small.lines, peopleAdded: 0 } } });
    expect(await imports()).toHaveLength(3);
  });
});

describe('npm run registry:import, killed', () => {
  it('goes on when it is run again, and register, counts and report are those of one run', async () => {
    await forgetRegister();
    const large = fileOf(2_000);
    const whole = await inOneGo(large);
    writeFileSync(join(folder, 'rows.csv'), large.text);
    await killedAtLine(large.middle);
    const [before] = await imports();
    expect(before?.finishedAt).toBeNull();
    expect(before?.linesRead).toBeGreaterThan(large.linesAtOnce);
    const { code, said } = await runCommand('scripts/registry-import.ts', ['rows.csv'], own);
    expect([code, said]).toEqual([0, expect.stringContaining(`Going on after line ${before?.linesRead.toLocaleString('en-US')},`)]);
    expect(await imports()).toMatchObject([{ counts: whole.counts }]);
    const startedAt = before?.startedAt ?? now;
    expect(await contentsOfRegister(startedAt)).toEqual(whole.contents);
    const reports = readdirSync(join(folder, 'home', 'imports'));
    expect(reports).toEqual([`${startedAt.toISOString().replace(/[-:]|\.\d+/g, '')}-rows.report.csv`]);
    const report = readFileSync(join(folder, 'home', 'imports', reports[0] ?? ''), 'utf8');
    expect(report.match(/^\d+/gm)?.map(Number)).toEqual(whole.remarks.map(({ line }) => line));
  }, 120_000);

  const own = { CECS_HOME: join(folder, 'home'), INIT_CWD: folder };

  /** Killed as soon as it says something of that line: its batch is about to be committed, or just was. */
  async function killedAtLine(line: number): Promise<void> {
    const child = startCommand('scripts/registry-import.ts', ['rows.csv'], own);
    const ended = once(child, 'exit');
    for await (const said of createInterface({ input: child.stdout })) if (said.startsWith(`Line ${line} `)) child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  }
});
