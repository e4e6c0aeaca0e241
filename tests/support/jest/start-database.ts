import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from 'jest';

type Project = Required<Pick<Config, 'rootDir'>>;

/**
 * Starts the run's PostgreSQL and migrates its template database. The workers read where it is from
 * TEST_SERVER_URL (a login that may create databases) and TEST_TEMPLATE (clone this one).
 */
export default async function startDatabase(_run: unknown, { rootDir }: Project): Promise<void> {
  const program = spawn(process.execPath, ['--import', 'tsx', join(rootDir, 'tests/support/jest/database-server.ts')], {
    cwd: rootDir,
    env: { ...process.env, NODE_OPTIONS: '', TSX_TSCONFIG_PATH: join(rootDir, 'scripts/tsconfig.json') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  (globalThis as { testDatabase?: ChildProcess }).testDatabase = program;
  const ready = await firstLine(program);
  process.env.TEST_SERVER_URL = ready.server;
  process.env.TEST_TEMPLATE = ready.template;
}

async function firstLine(program: ChildProcess): Promise<{ server: string; template: string }> {
  if (!program.stdout) throw new Error('The test database has no output to read');
  for await (const line of createInterface({ input: program.stdout })) {
    return JSON.parse(line) as { server: string; template: string };
  }
  throw new Error('The test database did not start; what it said is above');
}
