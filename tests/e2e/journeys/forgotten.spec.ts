import { expect, type Page } from '@playwright/test';
import { createAccount, logIn, logOut, personalPassword, press, readCredentials, setPersonalPassword, signInFirstTime } from '@/tests/support/browser/account';
import { takeEducator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { aloneOnItsLine, mailTo, temporaryPasswordLine, usernameLine } from '@/tests/support/browser/mail';
import { test } from '@/tests/support/browser/test';

test('a forgotten username is mailed; a forgotten password is replaced, and the old one works until then', async ({ page }) => {
  const person = takeEducator('unknown');
  await createAccount(page, person);
  const given = await readCredentials(page, person);
  await signInFirstTime(page, given);
  await logOut(page);

  await askFor(page, 'Forgot username', person.email);
  const reminder = await mailTo(page, person.email, 'Your CECS username, as you asked');
  expect(aloneOnItsLine(reminder, usernameLine)).toBe(given.username);
  await page.getByRole('link', { name: 'Back to login' }).click();
  await logIn(page, given.username, personalPassword);
  await arriveAt(page, '/register');
  await logOut(page);

  await askFor(page, 'Forgot password, or temporary password expired', given.username);
  const renewed = await mailTo(page, person.email, 'Your new CECS temporary password');
  const temporaryPassword = aloneOnItsLine(renewed, temporaryPasswordLine);
  await page.getByRole('link', { name: 'Back to login' }).click();
  await logIn(page, given.username, personalPassword);
  await arriveAt(page, '/register');
  await logOut(page);

  const chosen = 'orange ladder counts to twelve';
  await logIn(page, given.username, temporaryPassword);
  await setPersonalPassword(page, temporaryPassword, chosen);
  await arriveAt(page, '/register');
  await logOut(page);
  await logIn(page, given.username, personalPassword);
  await expect(page.getByText('That username and password do not match.')).toBeVisible();
  await logIn(page, given.username, chosen);
  await arriveAt(page, '/register');
});

test('a temporary password that is used up says so, and another comes by mail', async ({ page }) => {
  const person = takeEducator('unknown');
  await createAccount(page, person);
  const given = await readCredentials(page, person);
  await signInFirstTime(page, given);
  await logOut(page);

  await logIn(page, given.username, given.temporaryPassword);
  await expect(page.getByText('This temporary password has expired or was used.')).toBeVisible();
  await askFor(page, 'Forgot password, or temporary password expired', given.username);
  const first = await mailTo(page, person.email, 'Your new CECS temporary password');
  await page.getByRole('link', { name: 'Back to login' }).click();
  await logIn(page, given.username, aloneOnItsLine(first, temporaryPasswordLine));
  await arriveAt(page, '/set-password');

  // From the page that asks for it, too; the one before it then no longer counts.
  await page.getByRole('link', { name: 'Send me a new temporary password' }).click();
  await sendMeAnother(page, person.email);
  const second = await mailTo(page, person.email, 'Your new CECS temporary password', 2);
  await page.goto('/set-password');
  await setPersonalPassword(page, aloneOnItsLine(second, temporaryPasswordLine), 'orange ladder counts to twelve');
  await arriveAt(page, '/register');
});

async function askFor(page: Page, what: string, who: string): Promise<void> {
  await page.getByRole('link', { name: what }).click();
  if (what === 'Forgot username') {
    await arriveAt(page, '/forgot-username');
    await page.getByLabel('Email Address').fill(who);
    await press(page, 'Email my username');
    return arriveAt(page, '/forgot-username?sent=1');
  }
  return sendMeAnother(page, who);
}

async function sendMeAnother(page: Page, who: string): Promise<void> {
  await arriveAt(page, '/forgot-password');
  await page.getByLabel('Username or email address').fill(who);
  await press(page, 'Send me a new temporary password');
  await arriveAt(page, '/forgot-password?sent=1');
}
