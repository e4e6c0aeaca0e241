import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from '../launch/install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const apps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser of the browser tests: one that is there, else Debian's where we may install it, else a clear end. */
export async function findChromium() {
  const found = (await presentChromium()) ?? (installOnDebian() ? await presentChromium() : undefined);
  if (found) return found;
  return fail(
    'The browser tests need Chromium or Chrome, and none was found. Install one (on Debian as root: ' +
      'apt-get install chromium; elsewhere: npx playwright install chromium), or name its program in CHROMIUM_PATH.',
  );
}

/** The browser that is there already, if one is. */
export async function presentChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : fail(`CHROMIUM_PATH names no program: ${given}`);
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...apps, await playwrightsOwn()].find((path) => existsSync(path));
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

function installOnDebian() {
  const isDebian = existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || process.getuid?.() !== 0) return false;
  process.stdout.write('Installing Chromium for the browser tests (apt-get)\n');
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  return [['update'], install].every((args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const ran = spawnSync('apt-get', args, { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
    if (ran.status !== 0) process.stderr.write(ran.stderr || String(ran.error));
    return ran.status === 0;
  });
}
