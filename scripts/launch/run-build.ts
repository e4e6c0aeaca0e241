import { PlainError } from '@/dev/postgres/plain-error';
import { ensureBuilt } from './build';
import { resolveSettings } from './settings';

// The build alone, for the tests: the launcher finds it done.
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
try {
  const { env } = await resolveSettings(process.env);
  await ensureBuilt({ env, abort: ending.signal }, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof PlainError ? error.message : String(error)}\n`);
}
