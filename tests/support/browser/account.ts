import type { Page } from '@playwright/test';
import type { Educator } from './educators';
import { arriveAt } from './look';
import { aloneOnItsLine, mailTo, temporaryPasswordLine, usernameLine } from './mail';

export const personalPassword = 'violet kettle nine marbles';

export type Credentials = { readonly username: string; readonly temporaryPassword: string };
type Named = Pick<Educator, 'firstName' | 'lastName' | 'email'>;

export async function press(page: Page, button: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name: button, exact: typeof button === 'string' }).first().click();
}

export async function createAccount(page: Page, person: Named): Promise<void> {
  await page.goto('/');
  await arriveAt(page, '/');
  await page.getByRole('link', { name: 'Create an Account on the C.E.C.S.' }).first().click();
  await arriveAt(page, '/create-account');
  await page.getByLabel('Last Name').fill(person.lastName);
  await page.getByLabel('First Name').fill(person.firstName);
  await page.getByLabel('Email Address', { exact: true }).fill(person.email);
  await page.getByLabel('Verify Email Address').fill(person.email);
  await press(page, 'Submit');
  await arriveAt(page, '/create-account/sent');
}

export async function readCredentials(page: Page, { email }: Pick<Named, 'email'>): Promise<Credentials> {
  const first = await mailTo(page, email, 'Your CECS username');
  const second = await mailTo(page, email, 'Your CECS temporary password');
  return { username: aloneOnItsLine(first, usernameLine), temporaryPassword: aloneOnItsLine(second, temporaryPasswordLine) };
}

export async function logIn(page: Page, username: string, password: string): Promise<void> {
  if (new URL(page.url()).pathname !== '/login') await page.goto('/login');
  await arriveAt(page, '/login');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Login');
}

export async function setPersonalPassword(page: Page, temporaryPassword: string, chosen = personalPassword): Promise<void> {
  await arriveAt(page, '/set-password');
  await page.getByLabel('Temporary (Old) Password', { exact: true }).fill(temporaryPassword);
  await page.getByLabel('New Password', { exact: true }).fill(chosen);
  await page.getByLabel('Confirm New Password', { exact: true }).fill(chosen);
  await press(page, 'Set password');
}

export async function signInFirstTime(page: Page, { username, temporaryPassword }: Credentials): Promise<void> {
  await logIn(page, username, temporaryPassword);
  await setPersonalPassword(page, temporaryPassword);
  await arriveAt(page, '/register');
}

export async function fillRegister(page: Page, person: Educator): Promise<void> {
  await page.getByLabel('Social Security Number').fill(person.ssn);
  await page.getByLabel('First Name').fill(person.firstName);
  await page.getByLabel('Last Name').fill(person.lastName);
  await fillBirthDate(page, person);
  await page.getByLabel('Email Address').fill(person.email);
}

export async function fillBirthDate(page: Page, { birthDate }: Pick<Educator, 'birthDate'>): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Year').fill(year);
}

export async function register(page: Page, person: Educator): Promise<void> {
  await arriveAt(page, '/register');
  await fillRegister(page, person);
  await press(page, 'Register');
}

/** What whoever is not linked is asked after Register. */
export async function answerMore(page: Page, everHeld: 'Yes' | 'No, never' | 'I am not sure'): Promise<void> {
  await arriveAt(page, '/register/more');
  await page.locator('label').filter({ hasText: everHeld }).click();
  await press(page, 'Continue');
}

export async function acknowledge(page: Page): Promise<void> {
  await arriveAt(page, '/acknowledge');
  await press(page, 'Acknowledge and Continue');
}

/** From the front page to home, as the directions have it. */
export async function becomeEducator(page: Page, person: Educator): Promise<Credentials> {
  await createAccount(page, person);
  const given = await readCredentials(page, person);
  await signInFirstTime(page, given);
  await register(page, person);
  await acknowledge(page);
  await arriveAt(page, '/home');
  return given;
}

export async function logInAgain(page: Page, { username }: Pick<Credentials, 'username'>): Promise<void> {
  await logIn(page, username, personalPassword);
  await acknowledge(page);
}

/** On a phone the menu is folded away where there are many links. */
export async function logOut(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('banner').getByRole('button', { name: 'Log out' }).click();
  await arriveAt(page, '/login');
}
