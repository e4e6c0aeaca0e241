import { existsSync, readFileSync } from 'node:fs';

// USER_HZ, which Linux has kept at 100 for programs on every architecture.
const millisPerTick = 10;

/** CPU milliseconds a process has used so far, all its threads together; undefined where there is no /proc. */
export function cpuMillis(pid: number): number | undefined {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  return ticksIn(readFileSync(path, 'utf8')) * millisPerTick;
}

/** utime and stime, fields 14 and 15, counted behind the name in parentheses, which may hold anything. */
export function ticksIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
