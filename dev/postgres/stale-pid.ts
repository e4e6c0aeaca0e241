import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// Above every system's highest pid, so nobody has it.
const nobody = '999999999';

/**
 * After a power cut or kill -9 the pid file may name a process that is something else by now (pids begin anew with each
 * container) or a zombie nobody reaps, and PostgreSQL would refuse to start for ever. Only the pid is replaced: the
 * shared-memory key in the same file still keeps a second server off data that a first one's children are using.
 */
export function disownStalePid(data: string): void {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return;
  const [pid = '', ...rest] = readFileSync(path, 'utf8').split('\n');
  const program = programOf(pid.trim());
  if (program === undefined || program === 'postgres') return;
  writeFileSync(path, [nobody, ...rest].join('\n'));
}

/** The program a process runs: '' for a zombie or no process at all, undefined where that cannot be told. */
function programOf(pid: string): string | undefined {
  if (existsSync('/proc/self/cmdline')) {
    const commandLine = `/proc/${pid}/cmdline`;
    return existsSync(commandLine) ? basename(readFileSync(commandLine, 'utf8').split('\0')[0] ?? '') : '';
  }
  try {
    return basename(execFileSync('ps', ['-o', 'comm=', '-p', pid], { encoding: 'utf8' }).trim());
  } catch {
    return undefined;
  }
}
