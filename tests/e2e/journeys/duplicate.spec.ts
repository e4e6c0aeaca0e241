import { expect } from '@playwright/test';
import { formatReference } from '@/lib/shared/references';
import { becomeEducator, press } from '@/tests/support/browser/account';
import { fillPersonal, requestDuplicate, sign, submit } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { mailTo } from '@/tests/support/browser/mail';
import { chargesOf, payByCard } from '@/tests/support/browser/payment';
import { approve, issue } from '@/tests/support/browser/staff';
import { test } from '@/tests/support/browser/test';

const mastercardCredit = '5555555555554444';
/** The payment page takes it for a Visa credit card; the charge says Visa debit (dev/payments/cards.ts). */
const debitInDisguise = '4000009900000012';

const notCredit = 'This is a debit or prepaid card. Only credit cards are accepted, even where the card shows a Visa or Mastercard logo.';

test('a duplicate is not paid by a debit card that slips past the payment page, then by a credit card, and is mailed', async ({
  page,
  openBrowser,
}) => {
  const person = takeEducator('renewable');
  await becomeEducator(page, person);
  await requestDuplicate(page);
  await fillPersonal(page);
  await sign(page, person);
  await expect(page.getByText('Due now: $50.')).toBeVisible();
  const reference = await submit(page);
  await arriveAt(page, `/applications/${reference}/pay?submitted=1`);

  await press(page, 'Pay $50 by credit card');
  await payByCard(page, debitInDisguise, person);
  await arriveAt(page, `/applications/${reference}`);
  await expect(page.getByRole('heading', { name: 'You were not charged' })).toBeVisible();
  await expect(page.getByText(notCredit)).toBeVisible();
  expect(await chargesOf(page, person)).toEqual([{ captured: false, capturedCents: 0, funding: 'debit' }]);
  const told = await mailTo(page, person.email, `Your card payment did not go through: ${formatReference(reference)}`);
  for (const words of [notCredit, 'You were not charged.']) expect(told.text.replace(/\s+/g, ' ')).toContain(words);

  await page.getByRole('link', { name: 'Pay now, or pay later by mail' }).click();
  await arriveAt(page, `/applications/${reference}/pay`);
  await press(page, 'Pay $50 by credit card');
  await payByCard(page, mastercardCredit, person);
  await arriveAt(page, `/applications/${reference}`);
  await expect(page.getByRole('heading', { name: 'Submitted: Waiting First Review' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'You were not charged' })).toHaveCount(0);
  await expect(page.getByText('$50 by Mastercard credit card ending 4444')).toBeVisible();
  const taken = (await chargesOf(page, person)).filter((charge) => charge.captured);
  expect(taken).toEqual([{ captured: true, capturedCents: 50_00, funding: 'credit' }]);

  const desk = await openBrowser('reviewer');
  await approve(desk, reference);
  await issue(desk, reference, 'Duplicate mailed: close');
  await page.reload();
  await arriveAt(page, `/applications/${reference}`);
  await expect(page.getByText('Duplicate mailed')).toBeVisible();
});
