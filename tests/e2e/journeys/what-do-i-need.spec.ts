import { expect } from '@playwright/test';
import { becomeEducator, logInAgain, logOut, press } from '@/tests/support/browser/account';
import { choose, fillPersonal } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { test } from '@/tests/support/browser/test';

test('four questions say what somebody needs, and the answers go into the application after login', async ({ page }) => {
  const { username } = await becomeEducator(page, takeEducator('not_yet_open'));
  await logOut(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'What do I need?' }).click();
  await arriveAt(page, '/what-do-i-need');
  await page.getByLabel('What do you hold now?').selectOption('A certificate of another state or country only');
  await choose(page, 'What do you want?', 'A first certificate');
  await choose(page, 'Where were you prepared?', 'Anywhere else');
  await page.getByLabel('School months').fill('23');
  await press(page, 'See what I need');
  await page.waitForURL('**/what-do-i-need?holds=other_state&*');
  await arriveAt(page, '/what-do-i-need');
  const answer = page.locator('.cecs-card');
  for (const words of ['$50 when you submit', '$150 later', 'ED 126', 'Copy of your certificate from another state', '10 years', 'The rule: first-other']) {
    await expect(answer).toContainText(words);
  }
  await answer.getByRole('link', { name: 'Start this application' }).click();
  await arriveAt(page, '/login');
  await logInAgain(page, { username });
  await arriveAt(page, '/applications/new');
  await page.getByRole('button', { name: 'Start' }).click();
  await fillPersonal(page);
  await arriveAt(page, '/applications/*/certificate');
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await page.getByLabel('Endorsement').selectOption('029 Mathematics');
  await page.getByLabel('College or program').fill('Somewhere College');
  await page.getByLabel('Year you finished').fill('2019');
  await press(page, 'Save and continue');
  await arriveAt(page, '/applications/*/experience');
  await expect(page.getByLabel('School months')).toHaveValue('23');
});
