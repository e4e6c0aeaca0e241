import { expect } from '@playwright/test';
import { becomeEducator, press } from '@/tests/support/browser/account';
import { fillPersonal, requestDuplicate, sign, submit } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt, look } from '@/tests/support/browser/look';
import { test } from '@/tests/support/browser/test';

test('a pay page that the browser kept while it left for the card page can be used again on coming back', async ({ page }) => {
  const person = takeEducator('renewable');
  await becomeEducator(page, person);
  await requestDuplicate(page);
  await fillPersonal(page);
  await sign(page, person);
  const reference = await submit(page);
  await arriveAt(page, `/applications/${reference}/pay?submitted=1`);

  const payPage = `**/applications/${reference}/pay*`;
  await page.route(payPage, (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
  await press(page, 'Pay $50 by credit card');
  await expect(page.getByRole('button', { name: 'One moment…' })).toBeVisible();
  // What a browser says to a page that it takes out of its back/forward cache; this one is started without such a cache.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page.getByRole('button', { name: 'One moment…' })).toHaveCount(0);
  await look(page);
  await page.unroute(payPage);
  await press(page, 'Pay $50 by credit card');
  await page.waitForURL('**/dev/pay/*');
});
