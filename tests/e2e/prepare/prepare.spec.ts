import { expect } from '@playwright/test';
import { press } from '@/tests/support/browser/account';
import { importEducators } from '@/tests/support/browser/import-educators';
import { arriveAt, look } from '@/tests/support/browser/look';
import { staffSignIn } from '@/tests/support/browser/staff';
import { staffState, test } from '@/tests/support/browser/test';

test('a registry of educators comes on record beside a running system', () => {
  expect(importEducators(new Date())).not.toContain('refused:');
});

test('a reviewer signs in with a code, and lands at the queue', async ({ page }) => {
  await page.goto('/staff/queue');
  await arriveAt(page, '/login?continue=%2Fstaff%2Fqueue');
  await staffSignIn(page, 'reviewer');
  await arriveAt(page, '/staff/queue');
  await page.context().storageState({ path: staffState('reviewer') });
});

test('a supervisor signs in', async ({ page }) => {
  await staffSignIn(page, 'supervisor');
  await page.context().storageState({ path: staffState('supervisor') });
});

test('an administrator signs in', async ({ page }) => {
  await staffSignIn(page, 'administrator');
  await page.context().storageState({ path: staffState('administrator') });
});

test('a cashier signs in with a code; a wrong one is refused in words', async ({ page }) => {
  await staffSignIn(page, 'cashier', async () => {
    await page.getByLabel('Six-digit code').fill('000000');
    await press(page, 'Continue');
    await expect(page.locator('main')).toContainText(/code/i);
    await look(page);
  });
  await page.goto('/staff/mailroom');
  await arriveAt(page, '/staff/mailroom');
  await page.context().storageState({ path: staffState('cashier') });
});
