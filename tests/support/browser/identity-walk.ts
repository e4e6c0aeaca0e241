import { expect, type Page } from '@playwright/test';
import { must } from '@/lib/shared/result';
import { becomeEducator, personalPassword, press } from './account';
import { takeEducator } from './educators';
import { open, type OpenBrowser, type Visit } from './every-form';
import { arriveAt } from './look';

/**
 * The forms about who somebody is: of an educator whose link has to be confirmed, and those by which staff settle it. Nothing is
 * settled.
 */
export async function visitFormsOfIdentity(page: Page, openBrowser: OpenBrowser, visit: Visit): Promise<void> {
  const person = takeEducator('renewable');
  const email = `other.${person.email}`;
  const lostEmail = await reportLostEmail(page, { ...person, email });
  await becomeEducator(page, { ...person, email });
  await addSecondAddress(page, email, visit);
  await open(page, '/confirm', visit);
  await press(page, 'Email me a code');
  await expect(page.getByLabel('Code')).toBeVisible();
  await visit(page, 'code sent: /confirm', {});
  await press(page, 'I will show it at the counter');
  const counter = await page.getByText(/Give case \w{4}-\w{4}/).textContent();
  const reference = must(/(\w{4})-(\w{4})/.exec(counter ?? ''), 'the case').slice(1).join('');

  const desk = await openBrowser('supervisor');
  for (const place of ['/staff/identity', '/staff/identity/proposals', '/staff/identity/letters', '/staff/identity/merge'] as const) {
    await open(desk, place, visit);
  }
  const [stays, goes] = [takeEducator('no_email').ein, takeEducator('no_email').ein];
  await open(desk, 'compared: /staff/identity/merge', visit, `/staff/identity/merge?stays=${stays}&goes=${goes}`);
  await open(desk, '/staff/identity/*/move', visit, `/staff/identity/${lostEmail}/move`);
  await open(desk, '/staff/identity/*', visit, `/staff/identity/${reference}`);
  await open(desk, '/staff/identity/*/add-record', visit, `/staff/identity/${reference}/add-record`);
  await open(desk, '/staff/identity/*/relink', visit, `/staff/identity/${reference}/relink`);
  await visitRecord(desk, `/staff/identity/${reference}/record/${person.ein}`, visit);
}

async function addSecondAddress(page: Page, email: string, visit: Visit): Promise<void> {
  await page.goto('/profile/second-email');
  await visit(page, '/profile/second-email', { ownEmail: email });
  await page.getByLabel('Second email address').fill(`second.${email}`);
  await page.getByLabel('Present password', { exact: true }).fill(personalPassword);
  await press(page, 'Send the code');
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
  await visit(page, 'code sent: /profile/second-email', {});
}

async function visitRecord(desk: Page, record: string, visit: Visit): Promise<void> {
  await open(desk, 'name: /staff/identity/*/record/*', visit, `${record}?do=name`);
  await open(desk, 'ssn: /staff/identity/*/record/*', visit, `${record}?do=ssn`);
  await open(desk, 'birth date: /staff/identity/*/record/*', visit, `${record}?do=birth_date`);
  await open(desk, 'reveal: /staff/identity/*/record/*', visit, `${record}?do=reveal`);
}

type Named = { readonly firstName: string; readonly lastName: string; readonly email: string };

/** Returns the reference of the case. */
async function reportLostEmail(page: Page, { firstName, lastName, email }: Named): Promise<string> {
  await page.goto('/lost-email');
  await arriveAt(page, '/lost-email');
  await page.getByLabel('First Name').fill(firstName);
  await page.getByLabel('Last Name').fill(lastName);
  await page.getByLabel('New email address').fill(email);
  await page.getByLabel('What happened?').fill('My school closed.');
  await press(page, 'Ask the Bureau');
  await expect(page.getByRole('heading', { name: 'We have opened a case for you' })).toBeVisible();
  return must(new URL(page.url()).searchParams.get('case'), 'the reference in the address');
}
