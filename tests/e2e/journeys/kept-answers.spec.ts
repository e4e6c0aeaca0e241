import { expect, type Page } from '@playwright/test';
import { acknowledge, createAccount, fillRegister, logIn, logInAgain, personalPassword, press, readCredentials, register, signInFirstTime } from '@/tests/support/browser/account';
import { chooseToRenew } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { test } from '@/tests/support/browser/test';

test('a form sent after the sign-in has ended is there again after signing in, all but the Social Security number', async ({
  page,
  openBrowser,
}) => {
  const person = takeEducator('renewable');
  await createAccount(page, person);
  const given = await readCredentials(page, person);
  await signInFirstTime(page, given);

  await fillRegister(page, person);
  await page.context().clearCookies({ name: 'cecs.sid' });
  await press(page, 'Register');
  await signInToGoOn(page, given.username);
  await arriveAt(page, '/register');
  await expectFields(page, { 'First Name': person.firstName, 'Last Name': person.lastName, 'Email Address': person.email });
  await expect(page.getByLabel('Social Security Number')).toHaveValue('');
  await expect(page.getByLabel('Year')).toHaveValue('');
  await register(page, person);
  await acknowledge(page);
  await arriveAt(page, '/home');

  await chooseToRenew(page, 'Renew a Professional certificate');
  const address = { 'Street address or PO Box': 'PO Box 12', 'Apartment, suite, unit': 'Unit 3', 'City or town': 'Old Saybrook', 'State or territory': 'RI', 'ZIP code': '02801', 'Phone number': '401 555 0123' };
  await fillFields(page, address);
  await page.context().clearCookies({ name: 'cecs.sid' });
  await press(page, 'Save and continue');
  await signInToGoOn(page, given.username);
  await acknowledge(page);
  await arriveAt(page, '/applications/*/personal');
  await expectFields(page, address);
  await press(page, 'Save and continue');
  await arriveAt(page, '/applications/*/disclosures');

  const statement = 'In 2011, in Ohio.\nIt ended with a warning — nothing “further”.';
  for (const [at, question] of (await page.getByRole('group').all()).entries()) await question.getByText(at === 1 ? 'Yes' : 'No', { exact: true }).click();
  await page.getByLabel('If you answered yes to anything').fill(statement);
  await endEverywhere(await openBrowser('somebody'), given.username);
  await press(page, 'Save and continue');
  await signInToGoOn(page, given.username);
  await acknowledge(page);
  await arriveAt(page, '/applications/*/disclosures');
  for (const [at, question] of (await page.getByRole('group').all()).entries()) await expect(question.getByLabel(at === 1 ? 'Yes' : 'No')).toBeChecked();
  await expect(page.getByLabel('If you answered yes to anything')).toHaveValue(statement);
  await press(page, 'Save and continue');
  await arriveAt(page, '/applications/*/sign');
});

async function signInToGoOn(page: Page, username: string): Promise<void> {
  await arriveAt(page, '/login?kept=1');
  await expect(page.getByRole('heading', { name: 'Your sign-in had ended' })).toBeVisible();
  await logIn(page, username, personalPassword);
}

async function endEverywhere(page: Page, username: string): Promise<void> {
  await logInAgain(page, { username });
  await arriveAt(page, '/home');
  await page.goto('/profile');
  await arriveAt(page, '/profile');
  await press(page, 'Log out everywhere');
  await arriveAt(page, '/login?out=1');
}

async function fillFields(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    if (label === 'State or territory') await page.getByLabel(label).selectOption(value);
    else await page.getByLabel(label).fill(value);
  }
}

async function expectFields(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await expect(page.getByLabel(label)).toHaveValue(value);
}
