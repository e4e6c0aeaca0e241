import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { PlainError } from '@/dev/postgres/plain-error';

export type Env = Readonly<Record<string, string>>;
export type ToEnd = { readonly env: Env; readonly abort: AbortSignal };

/** Arguments with which node runs one of our TypeScript files. */
export function typescript(file: string): string[] {
  return ['--import', 'tsx', file];
}

/** The environment of a child: server-only and @/ resolve the way scripts/tsconfig.json says. */
export function childEnv(env: Env): NodeJS.ProcessEnv {
  return { ...env, NODE_ENV: 'production', TSX_TSCONFIG_PATH: resolve('scripts/tsconfig.json') };
}

/**
 * Runs a program of ours to its end. Quiet while all goes well; what it wrote is shown when it fails. `abort` ends it
 * early, because a person who presses Ctrl-C during the first build should not have to wait for it.
 */
export async function runToEnd(what: string, args: readonly string[], { env, abort }: ToEnd): Promise<void> {
  const child = spawn(process.execPath, args, {
    env: childEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    signal: abort,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
    child.on('error', (error) => (output += error.message));
  });
  abort.throwIfAborted();
  if (code !== 0) throw new PlainError(`${what} failed:\n\n${output.trim()}`);
}
