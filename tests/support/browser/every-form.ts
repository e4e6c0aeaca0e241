import { expect, type Page } from '@playwright/test';
import {
  acknowledge, becomeEducator, createAccount, logIn, personalPassword, press, readCredentials, register, setPersonalPassword,
} from './account';
import { choose, chooseToRenew, discloseOne, fillPersonal, requestDuplicate, sign, submit } from './application';
import { takeEducator, type Educator } from './educators';
import type { Place } from './form-table';
import { staffMember } from './home';
import { arriveAt } from './look';
import { openFromQueue } from './staff';
import type { Whose } from './test';

/** What only somebody who came this way knows, such as the temporary password of the email. */
export type Known = Readonly<Record<string, string>>;

/** Arrives at the form, does something with it and leaves the page as it was. */
export type Visit = (page: Page, place: Place, known: Known) => Promise<void>;

export type OpenBrowser = (whose: Whose) => Promise<Page>;

const forEverybody = [
  ...(['/', '/help', '/fees', '/waiting-times', '/privacy', '/accessibility', '/check', '/what-do-i-need', '/create-account'] as const),
  ...(['/login', '/forgot-username', '/forgot-password', '/lost-email', '/lost-email/code', '/lost-email/new-address', '/lost-email/not-me', '/not-me', '/staff/join'] as const),
];

export async function visitFormsForEverybody(page: Page, visit: Visit): Promise<void> {
  for (const place of forEverybody) await open(page, place, visit);
}

/** On the way to home, and those of a profile. */
export async function visitFormsOfAccount(page: Page, visit: Visit): Promise<void> {
  const person = takeEducator('renewable');
  await createAccount(page, person);
  await visit(page, '/create-account/sent', {});
  const { username, temporaryPassword } = await readCredentials(page, person);
  await logIn(page, username, temporaryPassword);
  await visit(page, '/set-password', { temporaryPassword });
  await setPersonalPassword(page, temporaryPassword, personalPassword);
  await visit(page, '/register', {});
  await register(page, { ...takeEducator('unknown'), email: person.email });
  await visit(page, '/register/more', {});
  await page.getByRole('link', { name: 'Go back and type it again' }).click();
  await register(page, person);
  await visit(page, '/acknowledge', {});
  await acknowledge(page);
  await visit(page, '/home', {});
  await visitProfile(page, person, visit);
}

const profile = [
  ...(['/profile', '/profile/contact', '/profile/name', '/profile/password', '/ein-letter', '/profile/correction', '/profile/email'] as const),
];

async function visitProfile(page: Page, { email, lastName, birthDate }: Educator, visit: Visit): Promise<void> {
  const [birthDateYear = '', birthDateMonth = '', birthDateDay = ''] = birthDate.split('-');
  const known = { ownEmail: email, ownLastName: lastName, birthDateYear, birthDateMonth, birthDateDay };
  await askOfTheBureau(page, visit);
  for (const place of profile) {
    await page.goto(place);
    await visit(page, place, known);
  }
  await page.getByLabel('New email address').fill(`new.${email}`);
  await press(page, 'Send the two codes');
  await expect(page.getByRole('heading', { name: 'Enter the two codes' })).toBeVisible();
  await visit(page, 'codes sent: /profile/email', known);
}

async function askOfTheBureau(page: Page, visit: Visit): Promise<void> {
  await open(page, '/profile/certificate-problem', visit);
  await page.locator('label').filter({ hasText: 'One that is missing here' }).click();
  await page.getByLabel('What you know of the missing one').fill('Professional, 2012');
  await page.getByLabel('What is wrong?').fill('It is not there.');
  await press(page, 'Tell the Bureau');
  await expect(page.getByRole('heading', { name: 'We have opened a case for you' })).toBeVisible();
  await visit(page, '/profile/requests/*', {});
}

/** Those of applications, and the one that decides them. */
export async function visitFormsOfApplications(page: Page, openBrowser: OpenBrowser, visit: Visit): Promise<void> {
  const person = takeEducator('renewable');
  await becomeEducator(page, person);
  const reference = await renew(page, person, visit);
  await payForDuplicate(page, person, visit);
  await addEndorsement(page, visit);
  await applyOnline(page, visit);

  const desk = await openBrowser('reviewer');
  await openFromQueue(desk, reference);
  const item = desk.locator('select[name=requirement] option').nth(1);
  await visit(desk, '/staff/applications/*', { requirement: (await item.getAttribute('value')) ?? '' });
}

async function renew(page: Page, person: Educator, visit: Visit): Promise<string> {
  await chooseToRenew(page, 'Renew a Professional certificate');
  await visit(page, '/applications/*/personal', {});
  await fillPersonal(page);
  await visit(page, '/applications/*/disclosures', {});
  await discloseOne(page);
  await visit(page, '/applications/*/sign', {});
  await sign(page, person);
  await visit(page, '/applications/*/review', {});
  const reference = await submit(page);
  await page.getByRole('link', { name: /^Send a file: Signed statement/ }).click();
  await visit(page, '/applications/*/papers/*', {});
  await open(page, '/applications/*', visit, `/applications/${reference}`);
  await page.getByRole('link', { name: /^Cover sheet for the mail: Signed statement/ }).click();
  await visit(page, '/applications/*/cover/*', {});
  await open(page, '/applications/*', visit, `/applications/${reference}`);
  await page.getByRole('link', { name: 'Proof of filing' }).click();
  await visit(page, '/applications/*/proof', {});
  return reference;
}

async function payForDuplicate(page: Page, person: Educator, visit: Visit): Promise<void> {
  await page.goto('/home');
  await arriveAt(page, '/home');
  await requestDuplicate(page);
  await fillPersonal(page);
  await visit(page, 'duplicate: /applications/*/sign', {});
  await sign(page, person);
  await submit(page);
  await visit(page, '/applications/*/pay', {});
  await press(page, 'Pay Later');
  await visit(page, '/applications/*/slip', {});
  await open(page, '/applications', visit);
}

async function addEndorsement(page: Page, visit: Visit): Promise<void> {
  await page.goto('/home');
  await arriveAt(page, '/home');
  await chooseToRenew(page, 'Add an endorsement');
  await fillPersonal(page);
  await visit(page, '/applications/*/endorsement', {});
}

async function applyOnline(page: Page, visit: Visit): Promise<void> {
  await open(page, '/applications/new', visit);
  await page.getByRole('button', { name: 'Start' }).first().click();
  await fillPersonal(page);
  await visit(page, '/applications/*/certificate', {});
  await page.getByLabel('Endorsement').selectOption('029');
  await page.getByLabel('College or program').fill('Eastern Connecticut State University');
  await page.getByLabel('Year you finished').fill('2024');
  await choose(page, 'Do you hold an educator certificate of another state?', 'No');
  await press(page, 'Save and continue');
  await visit(page, '/applications/*/experience', {});
}

/** The other forms of staff. */
export async function visitFormsOfStaff(page: Page, openBrowser: OpenBrowser, visit: Visit): Promise<void> {
  const { username, password } = staffMember('cashier');
  await page.goto('/login');
  await logIn(page, username, password);
  await visit(page, '/login/code', {});
  await open(await openBrowser('reviewer'), '/staff/queue', visit);
  const cashier = await openBrowser('cashier');
  await open(cashier, '/staff/mailroom', visit);
  await open(cashier, '/staff/papers', visit);
}

/** The path of a place, without what tells two forms on one path apart. */
export function pathOf(place: Place): string {
  return place.replace(/^.*: /, '');
}

/** `address`: where the place does not say it all. */
export async function open(page: Page, place: Place, visit: Visit, address: string = place): Promise<void> {
  await page.goto(address);
  await visit(page, place, {});
}
