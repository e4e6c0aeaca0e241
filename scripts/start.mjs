import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from './launch/install.mjs';
import { spawnLauncher } from './launch/spawn-launcher.mjs';

/*
 * `npm start`, the part that runs on a bare machine: plain JavaScript without dependencies. It installs them and hands
 * over to launch.ts, passing signals on.
 */
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
requireNode();
ensureInstalled();

const launcher = spawnLauncher(process.env);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
launcher.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
