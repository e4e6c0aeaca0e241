import { readFileSync } from 'node:fs';
import { PlainError } from '@/dev/postgres/plain-error';
import { recordBackgroundSweep } from '@/lib/applications/record-background-sweep';
import { prepareEnvironment } from './launch/prepare-environment';

/*
 * `npm run background:sweep -- SOURCE FILE`: keeps what a registry said about everybody on record. FILE holds the EIN of each person
 * something was found about, one a line; an empty file says that nothing was found.
 */
let release = async (): Promise<void> => {};
try {
  const [source, path] = process.argv.slice(2);
  if (!source || !path) throw new PlainError('Usage: npm run background:sweep -- SOURCE FILE');
  const alertedEins = readFileSync(path, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const wrong = alertedEins.findIndex((ein) => !/^\d{1,10}$/.test(ein));
  if (wrong >= 0) throw new PlainError(`Line ${wrong + 1} of ${path} is not an EIN. Nothing was kept.`);
  const prepared = await prepareEnvironment();
  release = prepared.release;
  const ctx = { actor: { kind: 'worker', job: 'background-sweep' } as const, now: new Date(), requestId: `background-sweep:${crypto.randomUUID()}` };
  const kept = await recordBackgroundSweep(ctx, { source, alertedEins });
  if (kept.ok) process.stdout.write(`Kept. ${kept.value.alerts} alerts were opened of ${alertedEins.length} EINs.\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
}
await release();
process.exit();
