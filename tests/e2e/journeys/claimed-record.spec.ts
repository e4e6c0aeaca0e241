import { expect, type Page } from '@playwright/test';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { acknowledge, answerMore, createAccount, fillRegister, press, readCredentials, signInFirstTime } from '@/tests/support/browser/account';
import { takeEducator, type Educator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { mailTo } from '@/tests/support/browser/mail';
import { test } from '@/tests/support/browser/test';

test('a second person who types what is on a claimed record gets the same answer, a case and a date, and the owner is told', async ({
  page,
  openBrowser,
}) => {
  const owner = takeEducator('renewable');
  const second = { ...owner, email: `second.${owner.email}` };
  const other = await openBrowser('somebody');
  const answers = [await answerToRegister(page, owner), await answerToRegister(other, second)];
  expect(answers[1]).toEqual(answers[0]);

  await answerMore(other, 'Yes');
  await acknowledge(other);
  await arriveAt(other, '/home');
  await expect(other.getByRole('heading', { name: /^Case \w{4}-\w{4}: a person is looking at your record$/ })).toBeVisible();
  await expect(other.getByText(/^You hear from us by \w+ \d{1,2}, \d{4}\./)).toBeVisible();
  await expect(other.locator('body')).not.toContainText(owner.ein);
  await expect(other.getByRole('row', { name: /Certificate/ })).toHaveCount(0);
  await mailTo(other, second.email, 'We are looking into it: case');

  const notice = await mailTo(page, `"${owner.email}`, 'Someone tried to link your certification record');
  expect(notice.text).toContain(formatDay(dayInConnecticut(new Date(notice.at))));
  for (const secret of [owner.ssn, owner.ein, second.email]) expect(notice.text).not.toContain(secret);
  await acknowledge(page);
  await arriveAt(page, '/home');
  await expect(page.getByRole('heading', { name: owner.ein })).toBeVisible();
  await expect(page.getByRole('row', { name: /Professional Educator Certificate/ })).toBeVisible();
});

/** Registers, and returns all there is to see of the answer: its status and where it leads. The page there differs. */
async function answerToRegister(page: Page, person: Educator): Promise<unknown> {
  await createAccount(page, person);
  await signInFirstTime(page, await readCredentials(page, person));
  await fillRegister(page, person);
  const posted = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/register'));
  await press(page, 'Register');
  const answer = await posted;
  const headers = await answer.allHeaders();
  return { status: answer.status(), leadsTo: headers.location ?? headers['x-action-redirect'] };
}
