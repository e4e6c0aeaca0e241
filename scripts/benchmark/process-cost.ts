import { existsSync, readdirSync, readFileSync } from 'node:fs';

// USER_HZ, which Linux has kept at 100 for programs on every architecture.
const millisPerTick = 10;

/** CPU milliseconds a process has used so far, all its threads together; undefined where there is no /proc. */
export function cpuMillis(pid: number): number | undefined {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  return ticksIn(readFileSync(path, 'utf8')) * millisPerTick;
}

/** The same with its children, those that have ended included: a PostgreSQL is a family of processes. */
export function familyCpuMillis(pid: number): number | undefined {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined;
  const family = [pid, ...childrenOf(pid)].flatMap((one) => statOf(one) ?? []);
  return family.reduce((ticks, stat) => ticks + ticksIn(stat) + ticksOfEndedIn(stat), 0) * millisPerTick;
}

/** CPU milliseconds of the children that have ended. */
export function endedChildrenCpuMillis(pid: number): number | undefined {
  const stat = statOf(pid);
  return stat === undefined ? undefined : ticksOfEndedIn(stat) * millisPerTick;
}

function childrenOf(pid: number): number[] {
  const everybody = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return everybody.filter((one) => parentIn(statOf(one) ?? '') === pid);
}

// A process may end between the look at the list and the look at it.
function statOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
}

function fieldsBehindName(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function parentIn(stat: string): number {
  return Number(fieldsBehindName(stat)[1]);
}

/** cutime and cstime, the next two fields. */
function ticksOfEndedIn(stat: string): number {
  const fields = fieldsBehindName(stat);
  return Number(fields[13]) + Number(fields[14]);
}

/** utime and stime, fields 14 and 15, counted behind the name in parentheses, which may hold anything. */
export function ticksIn(stat: string): number {
  const fields = fieldsBehindName(stat);
  return Number(fields[11]) + Number(fields[12]);
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number | undefined {
  return memoryOf(pid, /^VmRSS:\s+(\d+) kB$/m);
}

/** The most it has ever had. */
export function peakBytes(pid: number): number | undefined {
  return memoryOf(pid, /^VmHWM:\s+(\d+) kB$/m);
}

function memoryOf(pid: number, line: RegExp): number | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const [, kilobytes] = line.exec(readFileSync(path, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
