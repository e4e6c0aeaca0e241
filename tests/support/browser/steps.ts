import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { must } from '@/lib/shared/result';
import type { DemoEducator } from './demo-people';

export const personalPassword = 'violet kettle nine marbles';

/** Where the person has got to, and that nothing on the page stands in anybody's way. axe needs scripts to look. */
export async function arriveAt(page: Page, path: RegExp): Promise<void> {
  await page.waitForURL(path);
  if (test.info().project.use.javaScriptEnabled === false) return;
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

export async function press(page: Page, button: string): Promise<void> {
  await page.locator('main').getByRole('button', { name: button }).first().click();
}

type Mail = { readonly to: unknown; readonly subject: string; readonly text: string };

async function mailTo(page: Page, address: string, subject: RegExp): Promise<string> {
  let text: string | undefined;
  await expect
    .poll(async () => {
      const mails = (await (await page.request.get('/dev/mailbox.json')).json()) as Mail[];
      text = mails.find((mail) => JSON.stringify(mail.to).includes(address) && subject.test(mail.subject))?.text;
      return text !== undefined;
    })
    .toBe(true);
  return must(text, 'a mail');
}

export async function createAccount(page: Page, person: DemoEducator): Promise<{ username: string; temporaryPassword: string }> {
  await page.goto('/');
  await arriveAt(page, /\/$/);
  await page.getByRole('link', { name: 'Create an Account on the C.E.C.S.' }).click();
  await arriveAt(page, /create-account$/);
  await page.getByLabel('Last Name').fill(person.lastName);
  await page.getByLabel('First Name').fill(person.firstName);
  await page.getByLabel('Email Address', { exact: true }).fill(person.email);
  await page.getByLabel('Verify Email Address').fill(person.email);
  await press(page, 'Submit');
  await arriveAt(page, /create-account\/sent$/);
  const first = await mailTo(page, person.email, /username/);
  const second = await mailTo(page, person.email, /temporary password/);
  const username = must(/^CT-\w{4}-\w{4}$/m.exec(first)?.[0], 'a username alone on its line');
  const temporaryPassword = must(/^\w{5}(-\w{5,6}){4}$/m.exec(second)?.[0], 'a temporary password alone on its line');
  expect(second).not.toContain(username);
  return { username, temporaryPassword };
}

export async function signInFirstTime(page: Page, given: { username: string; temporaryPassword: string }): Promise<void> {
  await page.goto('/login');
  await arriveAt(page, /login$/);
  await page.getByLabel('Username').fill(` ${given.username.toLowerCase()} `);
  await page.getByLabel('Password', { exact: true }).fill(` ${given.temporaryPassword.toLowerCase()} `);
  await press(page, 'Login');
  await arriveAt(page, /set-password$/);
  await page.getByLabel('Temporary (Old) Password', { exact: true }).fill(given.temporaryPassword);
  await page.getByLabel('New Password', { exact: true }).fill(personalPassword);
  await page.getByLabel('Confirm New Password', { exact: true }).fill(personalPassword);
  await press(page, 'Set password');
}

export async function register(page: Page, person: DemoEducator): Promise<void> {
  await arriveAt(page, /register$/);
  await page.getByLabel('Social Security Number').fill(person.ssn);
  await page.getByLabel('First Name').fill(person.firstName);
  await page.getByLabel('Last Name').fill(person.lastName);
  const [year = '', month = '', day = ''] = person.dateOfBirth.split('-');
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Year').fill(year);
  await page.getByLabel('Email Address').fill(person.email);
  await press(page, 'Register');
  await arriveAt(page, /acknowledge$/);
  await press(page, 'Acknowledge and Continue');
  await arriveAt(page, /home$/);
}

export async function answerPersonal(page: Page): Promise<void> {
  await arriveAt(page, /\/personal$/);
  await page.getByLabel('Street address or PO Box').fill('12 Elm Street');
  await page.getByLabel('City or town').fill('Hartford');
  await page.getByLabel('State or territory').selectOption('CT');
  await page.getByLabel('ZIP code').fill('06103');
  await press(page, 'Save and continue');
}

export async function answerExperience(page: Page): Promise<void> {
  await arriveAt(page, /\/experience$/);
  await page.getByLabel('School months you have served').fill('55');
  await page.getByText('Master’s degree').click();
  await page.getByText('Completed', { exact: true }).click();
  await press(page, 'Save and continue');
}

export async function answerDisclosures(page: Page): Promise<void> {
  await arriveAt(page, /\/disclosures$/);
  for (const question of await page.getByRole('group').all()) await question.getByText('No', { exact: true }).click();
  await press(page, 'Save and continue');
}

export async function signAndSubmit(page: Page, person: DemoEducator): Promise<void> {
  await arriveAt(page, /\/sign$/);
  await page.getByText('I affirm this').click();
  await page.getByLabel('Your signature').fill(`${person.firstName} ${person.lastName}`);
  await press(page, 'Save and continue');
  await arriveAt(page, /\/review$/);
  await press(page, 'Submit');
}

/** On the payment stand-in's page: not ours, so axe is not asked about it. */
export async function payByCard(page: Page, card: string, person: DemoEducator): Promise<void> {
  await page.waitForURL(/\/dev\/pay\//);
  await page.locator('[autocomplete=email]').fill(person.email);
  await page.locator('[autocomplete=cc-number]').fill(card);
  await page.locator('[autocomplete=cc-exp]').fill('12/34');
  await page.locator('[autocomplete=cc-csc]').fill('123');
  await page.locator('[autocomplete=cc-name]').fill(`${person.firstName} ${person.lastName}`);
  await page.locator('[autocomplete=postal-code]').fill('06103');
  await page.getByRole('button', { name: /^Pay/ }).click();
}
