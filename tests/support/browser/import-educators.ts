import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { makeEducators, registryFile } from './educators';
import { cecsHome, sharedFile } from './home';

/** Brings the educators of the tests on record as the agency would: by the command, beside the running system. */
export function importEducators(now: Date): string {
  const educators = makeEducators(now);
  const file = sharedFile('registry.csv');
  writeFileSync(file, registryFile(educators));
  const args = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'scripts/tsconfig.json', 'scripts/registry-import.ts', file];
  const ran = spawnSync(process.execPath, args, { env: { ...process.env, CECS_HOME: cecsHome }, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`The import of the registry failed: ${ran.stderr}`);
  writeFileSync(sharedFile('educators.json'), JSON.stringify(educators));
  return ran.stdout;
}
