import { expect, type Page } from '@playwright/test';
import { must } from '@/lib/shared/result';
import { becomeEducator, press } from '@/tests/support/browser/account';
import { fillAdvance, submit } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { mailTo } from '@/tests/support/browser/mail';
import { approve, issue, openFromQueue, recordMoneyOrder } from '@/tests/support/browser/staff';
import { test } from '@/tests/support/browser/test';

test('an advance is paid later by a money order: from the slip through the mailroom to the certificate', async ({ page, openBrowser }) => {
  const person = takeEducator('initial');
  await becomeEducator(page, person);
  await fillAdvance(page, person);
  const reference = await submit(page);
  await arriveAt(page, `/applications/${reference}/pay?submitted=1`);
  await press(page, 'Pay Later');
  await readSlip(page, reference);

  // Changing one's mind is one click, there and back.
  await press(page, 'Changed your mind? Pay by credit card now');
  await page.waitForURL('**/dev/pay/*');
  await page.goto(`/applications/${reference}/pay`);
  await arriveAt(page, `/applications/${reference}/pay`);
  await press(page, 'Pay Later');
  await readSlip(page, reference);
  await page.getByRole('link', { name: 'Application', exact: true }).click();
  await arriveAt(page, `/applications/${reference}`);
  await page.getByRole('link', { name: 'See or print your slip' }).click();
  const slipReference = await readSlip(page, reference);

  const cashier = await openBrowser('cashier');
  const order = { slipReference, amount: '375', serial: `M${reference}`, payerName: `${person.firstName} ${person.lastName}` };
  await recordMoneyOrder(cashier, order);
  await expect(cashier.getByRole('heading', { name: 'Recorded', exact: true })).toBeVisible();

  await mailTo(page, person.email, 'Your payment by mail arrived');
  await page.goto(`/applications/${reference}`);
  await arriveAt(page, `/applications/${reference}`);
  await expect(page.getByText(/^Your money order of \$375 arrived on .* and was accepted\.$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Submitted: Waiting First Review' })).toBeVisible();
  await expect(page.getByText(/^In the queue since/)).toBeVisible();

  const desk = await openBrowser('reviewer');
  await openFromQueue(desk, reference);
  await expect(desk.locator('main')).toContainText(order.serial);
  await approve(desk, reference);
  await issue(desk, reference);
  await page.reload();
  await arriveAt(page, `/applications/${reference}`);
  await expect(page.getByRole('heading', { name: 'Issued', exact: true })).toBeVisible();
});

/** What has to be on the slip; returns its reference. */
async function readSlip(page: Page, reference: string): Promise<string> {
  await arriveAt(page, `/applications/${reference}/slip`);
  const slip = page.locator('main');
  for (const words of ['$375', 'Treasurer, State of Connecticut', 'PO Box 150471', 'Personal checks are not accepted.']) {
    await expect(slip).toContainText(words);
  }
  await expect(page.getByRole('heading', { name: 'No printer?' })).toBeVisible();
  await expect(page.getByText('Write this reference and your name on the money order.')).toBeVisible();
  const barcode = await page.getByRole('img', { name: /^Barcode of reference/ }).getAttribute('aria-label');
  const written = must(/R\w{3}-\w{4}/.exec(barcode ?? '')?.[0], 'the reference of the slip');
  await expect(slip).toContainText(written.replace('-', ''));
  return written;
}
