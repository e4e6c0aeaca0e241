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
  for (const place of ['/staff/identity', '/staff/identity/proposals', '/staff/identity/letters'] as const) {
    await open(desk, place, visit);
  }
  await visitMerge(desk, { stays: takeEducator('no_email').ein, goes: takeEducator('no_email').ein }, visit);
  await open(desk, '/staff/identity/*/move', visit, `/staff/identity/${lostEmail}/move`);
  await open(desk, '/staff/identity/*', visit, `/staff/identity/${reference}`);
  await open(desk, '/staff/identity/*/relink', visit, `/staff/identity/${reference}/relink`);
  const record = `/staff/identity/${reference}/record/${person.ein}`;
  await visitRecord(desk, record, visit);
  await visitProposal(await openBrowser('reviewer'), desk, { record, reference }, visit);
}

/** What one of the staff proposes another may look at. */
async function visitProposal(first: Page, second: Page, { record, reference }: Readonly<Record<'record' | 'reference', string>>, visit: Visit): Promise<void> {
  await first.goto(`${record}?do=birth_date`);
  await arriveAt(first, record);
  for (const [label, typed] of Object.entries({ Month: '4', Day: '28', Year: '1961' })) await first.getByLabel(label).fill(typed);
  await first.getByLabel('What shows which date is right').fill('The passport.');
  await press(first, 'Propose the date');
  await arriveAt(first, '/staff/identity/proposals?done=proposed');
  await second.goto(`/staff/identity/${reference}`);
  await arriveAt(second, `/staff/identity/${reference}`);
  await second.getByRole('link', { name: 'See what is proposed' }).click();
  await arriveAt(second, '/staff/identity/proposals/*');
  await visit(second, '/staff/identity/proposals/*', {});
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

async function visitMerge(desk: Page, { stays, goes }: Readonly<Record<'stays' | 'goes', string>>, visit: Visit): Promise<void> {
  await desk.goto('/staff/identity/merge');
  await visit(desk, '/staff/identity/merge', { stays, goes });
  await desk.getByLabel('EIN that stays').fill(stays);
  await desk.getByLabel('EIN that goes').fill(goes);
  await press(desk, 'Compare');
  await arriveAt(desk, '/staff/identity/merge?stays=*&goes=*');
  await visit(desk, 'compared: /staff/identity/merge', {});
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
