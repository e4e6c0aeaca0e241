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

  await giveAddress(page);
  await desk.goto(casePage);
  await arriveAt(desk, casePage);
  await expect(desk.getByText('Street address: empty again, now “12 Elm Street”')).toBeVisible();
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

test('a reviewer brings a record that nothing led to into the case by its EIN, sees what differs, and proposes to link it; a supervisor approves', async ({ page, openBrowser }) => {
  const person = takeEducator('unknown');
  const theirs = takeEducator('address_only');
  await createAccount(page, person);
  await signInFirstTime(page, await readCredentials(page, person));
  await register(page, person);
  await answerMore(page, 'Yes');
  await acknowledge(page);
  await arriveAt(page, '/home');
  const heading = await page.getByRole('heading', { name: /^Case \w{4}-\w{4}/ }).textContent();
  const casePage = `/staff/identity/${(/\w{4}-\w{4}/.exec(heading ?? '')?.[0] ?? '').replace('-', '')}`;

  const desk = await openBrowser('reviewer');
  await desk.goto(casePage);
  await arriveAt(desk, casePage);
  await expect(desk.getByText('No record is named in this case.')).toBeVisible();
  await desk.getByRole('link', { name: 'Add another record by its EIN' }).click();
  await arriveAt(desk, `${casePage}/add-record`);
  await addRecord(desk, '9999999999');
  await expect(desk.getByText('No record has this EIN. Check it.').first()).toBeVisible();
  await arriveAt(desk, `${casePage}/add-record`);
  await addRecord(desk, theirs.ein);
  await arriveAt(desk, `${casePage}?done=added`);
  await expect(desk.getByText('Neither the SSN nor the birth date agrees')).toBeVisible();
  for (const secret of [theirs.ssn, theirs.birthDate]) await expect(desk.locator('body')).not.toContainText(secret);
  // Nothing typed led to it and no number agrees: that takes two people.
  await expect(desk.getByText(`Link to ${theirs.firstName}`)).toHaveCount(0);
  await desk.getByRole('link', { name: 'Link to another record' }).click();
  await arriveAt(desk, `${casePage}/relink`);
  await expect(desk.getByLabel('EIN of the record that is theirs')).toHaveValue(theirs.ein);
  await desk.getByLabel('What shows that the record is theirs').fill('The court order shows both names, dates and numbers.');
  await press(desk, 'Propose');
  await arriveAt(desk, '/staff/identity/proposals?done=proposed');
  const second = await openBrowser('supervisor');
  await second.goto(casePage);
  await arriveAt(second, casePage);
  await press(second, 'Approve');
  await arriveAt(second, '/staff/identity/proposals?done=approved');
  await page.goto('/home');
  await arriveAt(page, '/home');
  await expect(page.getByRole('heading', { name: theirs.ein })).toBeVisible();
});

async function giveAddress(page: Page): Promise<void> {
  await page.goto('/profile/contact');
  await arriveAt(page, '/profile/contact');
  await page.getByLabel('Street address or PO Box').fill('12 Elm Street');
  await page.getByLabel('City or town').fill('Hartford');
  await page.getByLabel('State or territory').selectOption('CT');
  await page.getByLabel('ZIP code').fill('06103');
  await press(page, 'Save');
  await arriveAt(page, '/profile?changed=contact');
}

async function addRecord(page: Page, ein: string): Promise<void> {
  await page.getByLabel('EIN of the record').fill(ein);
  await press(page, 'Add to the case');
}

async function decide(page: Page, choice: string): Promise<void> {
  await choose(page, 'Your decision', choice);
  await press(page, 'Record decision');
}

async function link(page: Page, choice: string, casePage: string): Promise<void> {
  await page.getByLabel('What you relied on').fill('The passport shows the other birth date.');
  await decide(page, choice);
  await arriveAt(page, `${casePage}?done=link`);
}
