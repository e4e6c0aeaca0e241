import { expect } from '@playwright/test';
import { formatDay, addDays, addYears } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { becomeEducator } from '@/tests/support/browser/account';
import { fillRenewal, submit } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { mailTo } from '@/tests/support/browser/mail';
import { awaitRules } from '@/tests/support/browser/staff';
import { test } from '@/tests/support/browser/test';

test('a Professional certificate is renewed free of charge, from the front page to the printed sheet', async ({ page, openBrowser }) => {
  const person = takeEducator('renewable');
  await becomeEducator(page, person);
  await expect(page.getByRole('heading', { name: person.ein })).toBeVisible();
  await fillRenewal(page, person);
  await expect(page.getByText('There is no fee.')).toBeVisible();
  const reference = await submit(page);

  await arriveAt(page, `/applications/${reference}?submitted=1`);
  // The rules may have decided before the page was there.
  await expect(page.getByRole('heading', { name: /^(Submitted: Waiting First Review|Issued)$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Fees and payments' })).toHaveCount(0);
  await mailTo(page, person.email, formatReference(reference));
  await page.getByRole('link', { name: 'Proof of filing' }).click();
  await arriveAt(page, `/applications/${reference}/proof`);
  await expect(page.getByText(/\d{1,2}:\d{2} [AP]M (EST|EDT|Eastern)/)).toBeVisible();

  const desk = await openBrowser('reviewer');
  await awaitRules(desk, reference);

  await mailTo(page, person.email, 'issued');
  await page.goto(`/applications/${reference}`);
  await arriveAt(page, `/applications/${reference}`);
  await page.getByRole('link', { name: 'See your certificates' }).click();
  await arriveAt(page, '/home');
  const starts = addDays(person.certificate.expiresOn, 1);
  const validity = `${formatDay(starts)} to ${formatDay(addDays(addYears(starts, 10), -1))}`;
  const row = page.getByRole('row', { name: validity });
  await row.getByRole('link', { name: 'Print or save (free)' }).click();
  await arriveAt(page, '/certificates/*');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText(`${person.firstName} ${person.lastName}`);
  await expect(page.locator('main')).toContainText(person.ein);
  for (const screenOnly of ['banner', 'contentinfo'] as const) await expect(page.getByRole(screenOnly)).toBeHidden();
});
