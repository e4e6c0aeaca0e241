import { expect, type Page } from '@playwright/test';
import { acknowledge, createAccount, press, readCredentials, register, signInFirstTime } from '@/tests/support/browser/account';
import { takeEducator, type Educator } from '@/tests/support/browser/educators';
import { arriveAt } from '@/tests/support/browser/look';
import { aloneOnItsLine, mailTo, temporaryPasswordLine } from '@/tests/support/browser/mail';
import { test } from '@/tests/support/browser/test';

test('who reads the address on file confirms a link with the code sent there, and can then print', async ({ page }) => {
  const person = takeEducator('renewable');
  await linkFromAnotherMailbox(page, person);
  await expect(page.getByRole('link', { name: 'Print or save' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Confirm it is you' }).click();
  await arriveAt(page, '/confirm');
  await expect(page.locator('main')).not.toContainText(person.email);
  await press(page, 'Email me a code');
  await expect(page.getByLabel('Code')).toBeVisible();
  const mail = await mailTo(page, `"${person.email}`, 'Your code: confirm that it is you');
  const [code = ''] = mail.text.split('\n').filter((line) => temporaryPasswordLine.test(line));
  await page.getByLabel('Code').fill(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  await press(page, 'Confirm');
  await arriveAt(page, '/home');
  await expect(page.getByRole('link', { name: 'Print or save' }).first()).toBeVisible();
});

test('who reads the address on file and knows nothing of a link ends it, and its sign-ins, with one click', async ({ page, openBrowser }) => {
  const owner = takeEducator('renewable');
  await linkFromAnotherMailbox(page, owner);
  const notice = await mailTo(page, `"${owner.email}`, 'An account was linked to your certification record');
  const address = /https?:\/\/\S+\/not-me#\w+/.exec(notice.text)?.[0] ?? '';
  const mailbox = await openBrowser('somebody');
  await mailbox.goto(address);
  await arriveAt(mailbox, '/not-me');
  const code = mailbox.getByLabel('Code');
  // With scripts the link has filled it in.
  if ((await code.inputValue()) === '') await code.fill(aloneOnItsLine(notice, temporaryPasswordLine));
  await press(mailbox, 'This was not me');
  await expect(mailbox.getByRole('heading', { name: /ended/ })).toBeVisible();
  await page.goto('/home');
  await arriveAt(page, '/login?continue=%2Fhome');
});

/** Everything agrees but the mailbox: a provisional link. */
async function linkFromAnotherMailbox(page: Page, person: Educator): Promise<void> {
  const other = { ...person, email: `other.${person.email}` };
  await createAccount(page, other);
  await signInFirstTime(page, await readCredentials(page, other));
  await register(page, other);
  await acknowledge(page);
  await arriveAt(page, '/home');
}
