import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a TypeScript program beside Jest, on the database of this test file, and returns the JSON it prints. */
export async function runProgram(file: string): Promise<unknown> {
  const env = { ...process.env, NODE_OPTIONS: '', TSX_TSCONFIG_PATH: 'scripts/tsconfig.json' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file], { env });
  return JSON.parse(stdout) as unknown;
}
