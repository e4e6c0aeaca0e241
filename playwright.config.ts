import { defineConfig } from '@playwright/test';

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

/** The system under test is started by scripts/test.mjs (or by hand, with npm start): APP_URL says where it answers. */
export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 90_000,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: process.env.APP_URL ?? 'http://localhost:3000',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--no-default-browser-check',
      ],
    },
  },
  projects: [
    { name: 'desk', use: { viewport: desk } },
    { name: 'phone', use: { viewport: phone } },
    { name: 'desk without scripts', use: { viewport: desk, javaScriptEnabled: false } },
    { name: 'phone without scripts', use: { viewport: phone, javaScriptEnabled: false } },
  ],
});
