import { expect, type Page } from '@playwright/test';
import { acknowledge, createAccount, press, readCredentials, register, signInFirstTime } from '@/tests/support/browser/account';
import { choose } from '@/tests/support/browser/application';
import { takeEducator, type Educator } from '@/tests/support/browser/educators';
import { arriveAt, look } from '@/tests/support/browser/look';
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
  // The address of that page says nothing by itself.
  await page.goto('/not-me?done=1');
  await arriveAt(page, '/not-me?done=1');
  await expect(page.getByText('The link has been ended')).toHaveCount(0);
  await expect(page.getByLabel('Code')).toBeVisible();
  await page.goto('/home');
  await arriveAt(page, '/login?continue=%2Fhome');
});

test('who has only a postal address on file asks for a letter, and confirms the link with the code in it', async ({ page, openBrowser }) => {
  const person = takeEducator('address_only');
  await linkFromAnotherMailbox(page, person);
  await page.goto('/confirm');
  await arriveAt(page, '/confirm');
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: /^(By|With)/ })).toHaveText(['By letter, in about a week', 'With an identity document']);
  await press(page, 'Mail me a letter');
  await expect(page.getByText('You have asked for a letter.')).toBeVisible();
  await look(page);
  // Good from the day on which it is mailed, and not before.
  await expect(page.getByLabel('Code')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText('Lantern');

  const desk = await openBrowser('reviewer');
  await desk.goto('/staff/identity/letters');
  await arriveAt(desk, '/staff/identity/letters');
  await desk.getByRole('link', { name: `${person.firstName} ${person.lastName}` }).click();
  await arriveAt(desk, '/staff/identity/letters/*');
  const letter = desk.getByRole('article');
  for (const line of [`${person.firstName} ${person.lastName}`, '7 Lantern Lane', 'Mystic, CT 06355']) await expect(letter).toContainText(line);
  const code = /\b\w{5}-\w{5}\b/.exec(await letter.innerText())?.[0] ?? '';
  expect(code).not.toBe('');
  const place = desk.url();
  await press(desk, 'It is in the mail');
  await arriveAt(desk, '/staff/identity/letters');
  await expect(desk.getByRole('link', { name: `${person.firstName} ${person.lastName}` })).toHaveCount(0);
  await desk.goto(place);
  await arriveAt(desk, '/staff/identity/letters/*');
  await expect(desk.getByText('It was mailed.')).toBeVisible();

  await page.goto('/confirm');
  await arriveAt(page, '/confirm');
  await expect(page.getByText(/A letter with a code is on its way/)).toBeVisible();
  await page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
  await press(page, 'Confirm');
  await arriveAt(page, '/home');
  await page.getByRole('link', { name: 'Print or save' }).first().click();
  await arriveAt(page, '/certificates/*');
  await expect(page.getByRole('article')).toContainText(`${person.firstName} ${person.lastName}`);
});

test('who has nothing on file and another name by now sends a document, and ends with a printed certificate', async ({ page, openBrowser }) => {
  const person = takeEducator('no_email');
  const married = { ...person, lastName: 'Newlywed' };
  await createAccount(page, married);
  await signInFirstTime(page, await readCredentials(page, married));
  await register(page, married);
  await acknowledge(page);
  await arriveAt(page, '/home');
  await page.getByRole('link', { name: 'Confirm it is you' }).click();
  await arriveAt(page, '/confirm');
  // The one way that needs nothing on file is the only one offered.
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: /^(By|With)/ })).toHaveText(['With an identity document']);
  await sendFile(page, { name: 'letter.docx', mimeType: 'application/msword', buffer: Buffer.from('no image') });
  await arriveAt(page, '/confirm?file=wrong_kind');
  await expect(page.getByText('This is no JPEG, PNG or PDF.')).toBeVisible();
  await sendFile(page, { name: 'marriage certificate.png', mimeType: 'image/png', buffer: onePixel });
  await arriveAt(page, '/confirm?file=received');
  const standing = await page.getByText(/1 document received/).textContent();
  const reference = (/\w{4}-\w{4}/.exec(standing ?? '')?.[0] ?? '').replace('-', '');

  const desk = await openBrowser('reviewer');
  await desk.goto(`/staff/identity/${reference}`);
  await arriveAt(desk, `/staff/identity/${reference}`);
  const sent = await desk.request.get((await desk.getByRole('link', { name: 'marriage certificate.png' }).getAttribute('href')) ?? '');
  expect((await sent.body()).equals(onePixel)).toBe(true);
  expect((await page.request.get(sent.url())).status()).toBe(404);
  await choose(desk, 'Your decision', 'Confirm that it is them');
  await desk.getByLabel('What you relied on').fill('The marriage certificate shows both names.');
  await press(desk, 'Record decision');
  await arriveAt(desk, `/staff/identity/${reference}?done=confirm`);

  await page.goto('/home');
  await arriveAt(page, '/home');
  await page.getByRole('link', { name: 'Print or save' }).first().click();
  await arriveAt(page, '/certificates/*');
  await expect(page.getByRole('article')).toContainText(`${person.firstName} ${person.lastName}`);
});

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function sendFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel('A photograph or scan').setInputFiles(file);
  await press(page, 'Send');
}

/** Everything agrees but the mailbox: a provisional link. */
async function linkFromAnotherMailbox(page: Page, person: Educator): Promise<void> {
  const other = { ...person, email: `other.${person.email}` };
  await createAccount(page, other);
  await signInFirstTime(page, await readCredentials(page, other));
  await register(page, other);
  await acknowledge(page);
  await arriveAt(page, '/home');
}
