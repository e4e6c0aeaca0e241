import { expect, test } from '@playwright/test';
import { demoEducator } from '@/tests/support/browser/demo-people';
import {
  answerDisclosures,
  answerExperience,
  answerPersonal,
  arriveAt,
  createAccount,
  payByCard,
  press,
  register,
  signAndSubmit,
  signInFirstTime,
} from '@/tests/support/browser/steps';

const projects = ['desk', 'phone', 'desk without scripts', 'phone without scripts'];
/** Four people share each story, one for each project: a record is claimed once. */
const mine = (project: string) => projects.indexOf(project);

test('a Professional certificate is renewed free of charge, from the front page to the queue', async ({ page }, info) => {
  const person = demoEducator('Renew a Professional', mine(info.project.name));
  await signInFirstTime(page, await createAccount(page, person));
  await register(page, person);
  await page.getByRole('link', { name: /^Choose certificate/ }).click();
  await arriveAt(page, /applications\/new/);
  await press(page, 'Start');
  await answerPersonal(page);
  await answerDisclosures(page);
  await signAndSubmit(page, person);
  await arriveAt(page, /applications\/\w+\?submitted=1$/);
  await expect(page.getByRole('heading', { name: 'Submitted: Waiting First Review' })).toBeVisible();
  await expect(page.getByText('Fees and payments')).toHaveCount(0);
});

test('an Initial is advanced and paid by Visa credit card; a debit card is not charged', async ({ page }, info) => {
  const person = demoEducator('Advance from Initial', mine(info.project.name));
  await signInFirstTime(page, await createAccount(page, person));
  await register(page, person);
  await page.getByRole('link', { name: /^Choose certificate/ }).click();
  await arriveAt(page, /applications\/new/);
  await press(page, 'Start');
  await answerPersonal(page);
  await answerExperience(page);
  await answerDisclosures(page);
  await signAndSubmit(page, person);
  await arriveAt(page, /\/pay\?submitted=1$/);
  await press(page, 'Pay Later');
  await arriveAt(page, /\/slip$/);
  await expect(page.getByText('Treasurer, State of Connecticut')).toBeVisible();
  await press(page, 'Changed your mind? Pay by credit card now');
  await payByCard(page, '4000056655665556', person);
  await expect(page).toHaveURL(/\/dev\/pay\//);
  await payByCard(page, '4242424242424242', person);
  await arriveAt(page, /applications\/\w+$/);
  await expect(page.getByRole('heading', { name: 'Submitted: Waiting First Review' })).toBeVisible();
  await page.getByRole('link', { name: /^Receipt/ }).click();
  await arriveAt(page, /receipts\/\d+$/);
  await expect(page.getByText('Visa credit card ending 4242')).toBeVisible();
});
