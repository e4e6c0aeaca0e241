import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

/** Starts launch.ts under tsx. Its standard input is a pipe, so that it stops everything when this process is gone. */
export function spawnLauncher(env) {
  const preload = pathToFileURL(resolve('scripts/launch/end-with-parent.mjs')).href;
  return spawn(process.execPath, ['--import', preload, '--import', 'tsx', 'scripts/launch.ts'], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...env, TSX_TSCONFIG_PATH: resolve('scripts/tsconfig.json') },
  });
}
