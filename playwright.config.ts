import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const journeys = 'journeys/*.spec.ts';
/** What must hold at each end: scripts and a wide screen, neither. */
const atBothEnds = [journeys, '*.spec.ts'].map((files) => `**/e2e/${files}`);

/** The system under test is started by scripts/test.mjs (or by hand, with npm start): APP_URL says where it answers. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: join(process.env.CECS_HOME ?? '.cecs', 'browser-tests'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: process.env.APP_URL ?? 'http://localhost:3000',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        ...['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'],
        ...['--disable-sync', '--no-first-run', '--no-default-browser-check'],
        '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
      ],
    },
  },
  projects: [
    { name: 'prepare', testMatch: '**/e2e/prepare/*.spec.ts', use: { viewport: desk } },
    {
      name: 'desk',
      testMatch: [...atBothEnds, '**/e2e/scripts/*.spec.ts'],
      dependencies: ['prepare'],
      use: { viewport: desk },
    },
    { name: 'phone', testMatch: `**/e2e/${journeys}`, dependencies: ['prepare'], use: { viewport: phone } },
    {
      name: 'desk without scripts',
      testMatch: `**/e2e/${journeys}`,
      dependencies: ['prepare'],
      use: { viewport: desk, javaScriptEnabled: false },
    },
    {
      name: 'phone without scripts',
      testMatch: atBothEnds,
      dependencies: ['prepare'],
      use: { viewport: phone, javaScriptEnabled: false },
    },
  ],
});
