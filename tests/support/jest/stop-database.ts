import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Closes the server's standard input, which ends it, and waits until its folder is gone. */
export default async function stopDatabase(): Promise<void> {
  const program = (globalThis as { testDatabase?: ChildProcess }).testDatabase;
  if (!program || program.exitCode !== null) return;
  const ended = once(program, 'exit');
  program.stdin?.end();
  await ended;
}
