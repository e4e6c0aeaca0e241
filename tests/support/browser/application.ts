import type { Page } from '@playwright/test';
import { must } from '@/lib/shared/result';
import { press } from './account';
import type { Educator } from './educators';
import { arriveAt } from './look';

/** "Choose" beside the certificate, then the one thing that is open. */
export async function chooseToRenew(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: /^Choose certificate/ }).first().click();
  await startOffered(page, title);
}

export async function requestDuplicate(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Request a duplicate ($50)' }).first().click();
  await startOffered(page, 'Duplicate certificate');
}

async function startOffered(page: Page, title: string): Promise<void> {
  await arriveAt(page, '/applications/new');
  const offer = page.locator('.cecs-card', { has: page.getByRole('heading', { name: title }) });
  await offer.getByRole('button', { name: 'Start' }).click();
  await arriveAt(page, '/applications/*/personal');
}

export async function fillPersonal(page: Page): Promise<void> {
  await arriveAt(page, '/applications/*/personal');
  await page.getByLabel('Street address or PO Box').fill('12 Elm Street');
  await page.getByLabel('City or town').fill('Hartford');
  await page.getByLabel('State or territory').selectOption('CT');
  await page.getByLabel('ZIP code').fill('06103');
  await page.getByLabel('Phone number').fill('860 555 0123');
  await press(page, 'Save and continue');
}

export async function fillExperience(page: Page): Promise<void> {
  await arriveAt(page, '/applications/*/experience');
  await page.getByLabel('School months you have served').fill('55');
  await choose(page, 'Your highest degree', 'Master’s degree');
  await choose(page, 'TEAM, the mentoring program', 'Completed');
  await press(page, 'Save and continue');
}

/** A radio button is a tile: one clicks its words, which may go on with a hint. */
export async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  const tiles = page.getByRole('group', { name: question }).locator('label');
  await tiles.filter({ hasText: new RegExp(`^${answer}`) }).click();
}

export async function answerNoToAll(page: Page): Promise<void> {
  await arriveAt(page, '/applications/*/disclosures');
  for (const question of await page.getByRole('group').all()) await question.getByText('No', { exact: true }).click();
  await press(page, 'Save and continue');
}

/** So that a person decides it. */
export async function discloseOne(page: Page): Promise<void> {
  await arriveAt(page, '/applications/*/disclosures');
  for (const question of await page.getByRole('group').all()) await question.getByText('No', { exact: true }).click();
  await choose(page, /^Has a license/, 'Yes');
  await page.getByLabel('If you answered yes to anything').fill('In 2009 another state suspended it. It was restored.');
  await press(page, 'Save and continue');
}

export async function sign(page: Page, person: Pick<Educator, 'firstName' | 'lastName'>): Promise<void> {
  await arriveAt(page, '/applications/*/sign');
  await page.getByText('I affirm this').click();
  await page.getByLabel('Your signature').fill(`${person.firstName} ${person.lastName}`);
  await press(page, 'Save and continue');
  await arriveAt(page, '/applications/*/review');
}

/** To the review page of an advance from Initial to Professional. */
export async function fillAdvance(page: Page, person: Educator): Promise<void> {
  await chooseToRenew(page, 'Advance to a Professional certificate');
  await fillPersonal(page);
  await fillExperience(page);
  await answerNoToAll(page);
  await sign(page, person);
}

/** To the review page of a free renewal. */
export async function fillRenewal(page: Page, person: Educator): Promise<void> {
  await chooseToRenew(page, 'Renew a Professional certificate');
  await fillPersonal(page);
  await answerNoToAll(page);
  await sign(page, person);
}

/** Submits, and returns the reference as it stands in addresses. */
export async function submit(page: Page): Promise<string> {
  const reference = referenceIn(page);
  await press(page, 'Submit');
  return reference;
}

export function referenceIn(page: Page): string {
  return must(/\/applications\/(\w+)/.exec(page.url())?.[1], 'the reference in the address');
}
