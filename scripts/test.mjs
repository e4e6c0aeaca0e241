import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from './launch/install.mjs';
import { countsOf, jestCounts, playwrightCounts } from './test/counts.mjs';
import { findChromium } from './test/find-chromium.mjs';
import { freePort, startSystem } from './test/system.mjs';

/*
 * `npm test`: installs what is needed and runs every check in order, up to the first step that fails. The last line is
 * "N passed, N failed".
 */
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
requireNode();
ensureInstalled();
const chromium = await findChromium();

const folder = mkdtempSync(join(tmpdir(), 'cecs-test-run-'));
chmodSync(folder, 0o755);
const port = await freePort();
const env = { ...ownEnvironment(), ...{ CECS_HOME: join(folder, 'home'), PORT: String(port) } };
Object.assign(env, { APP_URL: `http://localhost:${port}`, CHROMIUM_PATH: chromium, NEXT_TELEMETRY_DISABLED: '1' });
let current;
let system;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt());

const eslint = ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'];
const next = 'node_modules/next/dist/bin/next';
const steps = [
  { name: 'lint', runs: [eslint] },
  { name: 'types', runs: [[next, 'typegen'], ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']] },
  jest('unit'),
  jest('integration'),
  { name: 'build', runs: [['--import', 'tsx', 'scripts/launch/run-build.ts']], env: tsxEnv() },
  {
    name: 'browser',
    before: bringUp,
    runs: [['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json']],
    report: join(folder, 'browser.json'),
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'browser.json') },
    read: playwrightCounts,
  },
];

const total = { passed: 0, failed: 0 };
try {
  for (const step of steps) {
    const { passed, failed } = await timed(step);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) break;
  }
} finally {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (interrupted) process.stdout.write('Interrupted\n');
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 || interrupted ? 1 : 0);

async function timed(step) {
  const startedAt = Date.now();
  process.stdout.write(`\n== ${step.name}\n`);
  const counts = countsOf(step, await succeeds(step));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`== ${step.name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s\n`);
  return counts;
}

async function succeeds(step) {
  if (step.before && !(await step.before())) return false;
  for (const args of step.runs) if (!(await run(args, step.env))) return false;
  return true;
}

function run(args, more = {}) {
  if (interrupted) return false;
  current = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...env, ...more } });
  return new Promise((done) => current.once('exit', (code) => done(code === 0)));
}

function jest(project) {
  const report = join(folder, `${project}.json`);
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--json', `--outputFile=${report}`];
  return { name: project, runs: [args], report, read: jestCounts, env: { NODE_OPTIONS: '--experimental-vm-modules' } };
}

function tsxEnv() {
  return { TSX_TSCONFIG_PATH: resolve('scripts/tsconfig.json') };
}

async function bringUp() {
  system = await startSystem(env);
  return system.ready;
}

// Never the services somebody's own shell happens to name.
function ownEnvironment() {
  const foreign = /^(DATABASE_|STRIPE_|SMTP_|MAIL_|CECS_|NEXTAUTH|NEXT_|DEV_ORIGIN|EMBEDDED_|TRUSTED_|NODE_ENV|NODE_OPTIONS)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function interrupt() {
  interrupted = true;
  current?.kill('SIGTERM');
}
