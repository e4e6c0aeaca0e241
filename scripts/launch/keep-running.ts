import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError } from '@/dev/postgres/plain-error';
import { childEnv, type Env } from './run-script';

export type Kept = {
  /** Waits until the part answers, or throws with the end of its log if it stops before. */
  ready(): Promise<void>;
  /** Of the process that runs at this moment. */
  pid(): number;
  stop(): Promise<void>;
};

export type PartToKeep = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Env;
  /** Where its output goes; the launcher's own output when there is none. */
  readonly logs?: string;
  readonly isReady: () => Promise<boolean>;
  readonly say: (line: string) => void;
};

const longestPause = 10_000;
const steadyAfter = 30_000;
const patience = 60_000;
const grace = 10_000;

/** Runs a long-lived part and starts it again, a little later each time, whenever it ends without being asked to. */
export function keepRunning(part: PartToKeep): Kept {
  const log = part.logs ? logFile(part.logs, part.name) : undefined;
  let child = launch(part, log);
  let stopping = false;
  let wasReady = false;
  let pause = 500;
  let restart: NodeJS.Timeout | undefined;
  watch();

  function watch(): void {
    const startedAt = Date.now();
    child.once('exit', (code, signal) => {
      if (stopping || !wasReady) return;
      pause = Date.now() - startedAt > steadyAfter ? 500 : Math.min(pause * 2, longestPause);
      const where = log ? `; see ${relative('.', log)}` : '';
      part.say(`The ${part.name} stopped unexpectedly (${signal ?? `exit code ${code}`})${where}. Starting it again.`);
      restart = setTimeout(() => {
        child = launch(part, log);
        watch();
      }, pause);
    });
  }

  return {
    async ready() {
      const deadline = Date.now() + patience;
      while (!(await part.isReady())) {
        if (hasEnded(child)) throw new PlainError(`The ${part.name} did not start.${lastLines(log)}`);
        if (Date.now() > deadline) throw new PlainError(`The ${part.name} does not answer.${lastLines(log)}`);
        await new Promise((again) => setTimeout(again, 50));
      }
      wasReady = true;
    },
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      await end(child);
    },
  };
}

// In a process group of its own: Ctrl-C in the terminal reaches the launcher alone, which stops its parts in order.
function launch(part: PartToKeep, log: string | undefined): ChildProcess {
  const output = log ? openSync(log, 'a', 0o600) : ('inherit' as const);
  const preload = pathToFileURL(resolve('scripts/launch/end-with-parent.mjs')).href;
  const child = spawn(process.execPath, ['--import', preload, ...part.args], {
    env: childEnv(part.env),
    stdio: ['pipe', output, output],
    detached: true,
  });
  if (typeof output === 'number') closeSync(output);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = new Promise((resolved) => child.once('exit', resolved));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), grace);
  await gone;
  clearTimeout(force);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function logFile(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name.replace(/\W+/g, '-')}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) rmSync(path);
  return path;
}

function lastLines(log: string | undefined): string {
  if (!log) return '';
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30);
  return `\n\n${lines.join('\n')}\n\nMore in ${relative('.', log)}.`;
}
