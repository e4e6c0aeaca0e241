import { PlainError } from '@/dev/postgres/plain-error';
import { runBenchmarks } from './benchmark/run';
import { planOf } from './benchmark/flags';

/*
 * `npm run bench`: speeds, weights, the cost of a login and the look-up of a claim, on a PostgreSQL of its own. Prints
 * tables for people and, as the last line of standard output, a JSON report. What was started is stopped again.
 */
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
const stops: (() => Promise<void> | void)[] = [];
const startedAt = Date.now();

function say(line: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  process.stderr.write(`${seconds} s  ${line}\n`);
}

/** Also after a fault that nobody awaited: the database would be left running. */
async function end(output: string, error?: unknown): Promise<never> {
  if (error !== undefined) {
    process.exitCode = 1;
    const shown = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
    if (!ending.signal.aborted) process.stderr.write(`\n${shown}\n`);
  }
  for (const stop of stops.splice(0).reverse()) await stop();
  process.stdout.write(output);
  process.exit();
}

process.on('uncaughtException', (error) => void end('', error));
try {
  await end(await runBenchmarks(planOf(process.argv.slice(2)), { say, abort: ending.signal, stops }));
} catch (error) {
  await end('', error);
}
