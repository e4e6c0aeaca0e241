import { expect, type Page } from '@playwright/test';
import { addDays } from '@/lib/shared/days';
import { answerMore, acknowledge, createAccount, press, readCredentials, register, signInFirstTime } from '@/tests/support/browser/account';
import { choose } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { mailTo } from '@/tests/support/browser/mail';
import { test } from '@/tests/support/browser/test';

test('a reviewer compares, asks for a document, links, undoes that and links again; the educator hears of each', async ({ page, openBrowser }) => {
  const person = takeEducator('renewable');
  const mistyped = { ...person, birthDate: addDays(person.birthDate, 4000) };
  await createAccount(page, mistyped);
  await signInFirstTime(page, await readCredentials(page, mistyped));
  await register(page, mistyped);
  await answerMore(page, 'Yes');
  await acknowledge(page);
  await arriveAt(page, '/home');
  const heading = await page.getByRole('heading', { name: /^Case \w{4}-\w{4}/ }).textContent();
  const reference = /\w{4}-\w{4}/.exec(heading ?? '')?.[0] ?? '';
  const casePage = `/staff/identity/${reference.replace('-', '')}`;

  const desk = await openBrowser('reviewer');
  await desk.goto('/staff/identity');
  await arriveAt(desk, '/staff/identity');
  await desk.goto(casePage);
  await arriveAt(desk, casePage);
  for (const word of ['Agrees', 'Differs']) await expect(desk.getByText(word, { exact: true }).first()).toBeVisible();
  for (const secret of [person.ssn, person.birthDate]) await expect(desk.locator('body')).not.toContainText(secret);

  await decide(desk, 'Ask for a document');
  await expect(desk.getByText('Write what the educator is to read.').first()).toBeVisible();
  await arriveAt(desk, casePage);
  await desk.getByLabel('What the educator reads').fill('A copy of your passport.');
  await decide(desk, 'Ask for a document');
  await arriveAt(desk, `${casePage}?done=ask`);
  expect((await mailTo(page, person.email, 'Please send us something')).text).toContain('A copy of your passport.');

  await link(desk, `Link to ${person.firstName} ${person.lastName}`, casePage);
  await mailTo(page, person.email, 'We found your certification record');
  await page.goto('/home');
  await arriveAt(page, '/home');
  await expect(page.getByRole('heading', { name: person.ein })).toBeVisible();

  await press(desk, 'Undo');
  await arriveAt(desk, '/staff/identity?done=undone');
  await mailTo(page, person.email, 'We are looking at your record again');
  await page.goto('/home');
  await arriveAt(page, '/home');
  await expect(page.getByRole('heading', { name: new RegExp(`^Case ${reference}`) })).toBeVisible();

  await desk.goto(casePage);
  await arriveAt(desk, casePage);
  await link(desk, `Link to ${person.firstName} ${person.lastName}`, casePage);
  await expect(desk.getByText('Undone', { exact: true }).first()).toBeVisible();
});

async function decide(page: Page, choice: string): Promise<void> {
  await choose(page, 'Your decision', choice);
  await press(page, 'Record decision');
}

async function link(page: Page, choice: string, casePage: string): Promise<void> {
  await page.getByLabel('What you relied on').fill('The passport shows the other birth date.');
  await decide(page, choice);
  await arriveAt(page, `${casePage}?done=link`);
}
