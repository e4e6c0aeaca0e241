import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Runs one of our commands the way npm does, on the database of this test file: its exit code and all it says. */
export async function runCommand(
  file: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = startCommand(file, args, more);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: out + errors };
}

/** The same, for whoever cannot wait for its end. */
export function startCommand(
  file: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>,
): ChildProcessByStdio<null, Readable, Readable> {
  const env = { ...process.env, NODE_OPTIONS: '', TSX_TSCONFIG_PATH: 'scripts/tsconfig.json', ...more };
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}
