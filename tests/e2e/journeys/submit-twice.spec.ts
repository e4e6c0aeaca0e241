import { expect, type Page } from '@playwright/test';
import { formatReference } from '@/lib/shared/references';
import { acknowledge, createAccount, fillRegister, press, readCredentials, signInFirstTime } from '@/tests/support/browser/account';
import { fillRenewal, referenceIn } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt, look } from '@/tests/support/browser/look';
import { mailTo, readMails } from '@/tests/support/browser/mail';
import { test } from '@/tests/support/browser/test';

test('two clicks register once; two clicks in one tab and one in another submit one application; the back button does no harm', async ({ page }) => {
  const person = takeEducator('renewable');
  await createAccount(page, person);
  await signInFirstTime(page, await readCredentials(page, person));
  await fillRegister(page, person);
  await pressTwice(page, 'Register');
  await acknowledge(page);
  await arriveAt(page, '/home');
  await fillRenewal(page, person);
  const reference = referenceIn(page);
  const otherTab = await page.context().newPage();
  await otherTab.goto(page.url());
  await arriveAt(otherTab, `/applications/${reference}/review`);

  await pressTwice(page, 'Submit');
  await arriveAt(page, `/applications/${reference}`);
  await press(otherTab, 'Submit');
  await expect(otherTab.getByText(/This application is submitted already|Submitted: Waiting First Review|Your certificate is issued/)).toBeVisible();
  await look(otherTab);

  await page.goBack();
  await page.goto('/applications');
  await arriveAt(page, '/applications');
  const rows = page.getByRole('row').filter({ hasText: 'Renew' });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(formatReference(reference));
  await expect(rows).toContainText(/Submitted: Waiting First Review|Issued/);
  await mailTo(page, person.email, 'We received your application');
  const received = (await readMails(page, person.email)).filter(({ subject }) => subject.startsWith('We received your application'));
  expect(received).toHaveLength(1);
});

async function pressTwice(page: Page, button: string): Promise<void> {
  await page.locator('main').getByRole('button', { name: button, exact: true }).dblclick();
}
