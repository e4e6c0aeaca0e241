import { expect, type Page } from '@playwright/test';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { becomeEducator, press } from '@/tests/support/browser/account';
import { fillAdvance, submit } from '@/tests/support/browser/application';
import { takeEducator, type Educator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { mailTo } from '@/tests/support/browser/mail';
import { chargesOf, holdUpCapture, payByCard } from '@/tests/support/browser/payment';
import { approve, issue } from '@/tests/support/browser/staff';
import { test } from '@/tests/support/browser/test';

const visaCredit = '4242424242424242';
const visaDebit = '4000056655665556';
const declined = '4000000000000002';

test('an Initial is advanced to a Professional and paid with a Visa credit card; a debit card is refused first', async ({ page, openBrowser }) => {
  const person = takeEducator('initial');
  await becomeEducator(page, person);
  await fillAdvance(page, person);
  await expect(page.getByText('Due now: $375.')).toBeVisible();
  const reference = await submit(page);
  await arriveAt(page, `/applications/${reference}/pay?submitted=1`);
  await expect(page.getByText('Visa or Mastercard credit only. A debit or prepaid card will not work, even with their logo')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pay Later' })).toBeVisible();

  await press(page, 'Pay $375 by credit card');
  await payByCard(page, visaDebit, person);
  await expect(page.getByRole('link', { name: 'Debit cards are not accepted. Please use a credit card. You have not been charged.' })).toBeVisible();
  expect(await chargesOf(page, person)).toEqual([]);
  await payWhileServiceIsDown(page, person, reference);

  await expect(page.getByRole('heading', { name: 'Submitted: Waiting First Review' })).toBeVisible();
  await page.getByRole('link', { name: /^Receipt \d+$/ }).click();
  await arriveAt(page, `/applications/${reference}/receipts/*`);
  for (const words of ['$375', 'Visa credit card ending 4242', formatReference(reference)]) {
    await expect(page.locator('main')).toContainText(words);
  }
  await mailTo(page, person.email, 'We received your $375: receipt');

  const desk = await openBrowser('reviewer');
  await approve(desk, reference);
  await issue(desk, reference);
  await mailTo(page, person.email, 'issued');
  await page.goto('/home');
  await arriveAt(page, '/home');
  const issued = page.getByRole('row', { name: /^Professional Educator Certificate/ });
  await expect(issued).toContainText(formatDay(dayInConnecticut(new Date())));
});

/** The money is held but cannot be taken yet: nobody may be led to pay again. */
async function payWhileServiceIsDown(page: Page, person: Educator, reference: string): Promise<void> {
  await payByCard(page, declined, person);
  await expect(page.getByRole('link', { name: 'Your card was declined.' })).toBeVisible();
  const putRight = await holdUpCapture(page);
  await payByCard(page, visaCredit, person);
  await arriveAt(page, `/applications/${reference}/payment`);
  await expect(page.getByRole('heading', { name: 'Confirming your payment' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Do not pay again' })).toBeVisible();
  await page.goto(`/applications/${reference}`);
  await arriveAt(page, `/applications/${reference}`);
  await expect(page.getByText('We are confirming your card payment. Do not pay again.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Pay now/ })).toHaveCount(0);
  expect(await chargesOf(page, person)).not.toContainEqual(expect.objectContaining({ captured: true }));

  await putRight();
  await page.getByRole('link', { name: 'Check the payment' }).click();
  await arriveAt(page, `/applications/${reference}`);
  const taken = (await chargesOf(page, person)).filter((charge) => charge.captured);
  expect(taken).toEqual([{ captured: true, capturedCents: 375_00, funding: 'credit' }]);
}
