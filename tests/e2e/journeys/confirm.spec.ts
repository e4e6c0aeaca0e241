import { expect, type Page } from '@playwright/test';
import { acknowledge, createAccount, press, readCredentials, register, signInFirstTime } from '@/tests/support/browser/account';
import { choose } from '@/tests/support/browser/application';
import { takeEducator, type Educator } from '@/tests/support/browser/educators';
import { expectFitsPhone } from '@/tests/support/browser/fields';
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
  // The address of that page says nothing by itself.
  await page.goto('/not-me?done=1');
  await arriveAt(page, '/not-me?done=1');
  await expect(page.getByText('The link has been ended')).toHaveCount(0);
  await expect(page.getByLabel('Code')).toBeVisible();
  await page.goto('/home');
  await arriveAt(page, '/login?continue=%2Fhome');
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
  await expect(page.getByText('This is no PDF, JPEG, PNG or HEIC.')).toBeVisible();
  await sendFile(page, { name: 'marriage certificate.png', mimeType: 'image/png', buffer: onePixel });
  await arriveAt(page, '/confirm?file=received');
  await sendFile(page, { name: 'passport.pdf', mimeType: 'application/pdf', buffer: onePage });
  await arriveAt(page, '/confirm?file=received');
  const standing = await page.getByText(/2 documents received/).textContent();
  const reference = (/\w{4}-\w{4}/.exec(standing ?? '')?.[0] ?? '').replace('-', '');

  const desk = await openBrowser('reviewer');
  await desk.goto(`/staff/identity/${reference}`);
  await arriveAt(desk, `/staff/identity/${reference}`);
  await expectShownInPage(desk);
  const sent = await desk.request.get((await desk.getByRole('link', { name: 'marriage certificate.png' }).getAttribute('href')) ?? '');
  expect((await sent.body()).equals(onePixel)).toBe(true);
  expect((await page.request.get(sent.url())).status()).toBe(404);
  // Scrolled to first: Chromium gives a click in the very moment of scrolling to the PDF that was there before.
  await desk.getByText('Confirm that it is them').last().scrollIntoViewIfNeeded();
  await choose(desk, 'Your decision', 'Confirm that it is them');
  await desk.getByLabel('What you relied on').fill('The marriage certificate shows both names.');
  await desk.getByRole('button', { name: 'Record decision' }).scrollIntoViewIfNeeded();
  await press(desk, 'Record decision');
  await arriveAt(desk, `/staff/identity/${reference}?done=confirm`);

  await page.goto('/home');
  await arriveAt(page, '/home');
  await page.getByRole('link', { name: 'Print or save' }).first().click();
  await arriveAt(page, '/certificates/*');
  await expect(page.getByRole('article')).toContainText(`${person.firstName} ${person.lastName}`);
});

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** One page that says PASSPORT. */
const onePage = Buffer.from(
  ['%PDF-1.4', '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj', '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    '4 0 obj<</Length 40>>stream', 'BT /F1 48 Tf 40 100 Td (PASSPORT) Tj ET ', 'endstream endobj',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj', 'trailer<</Size 6/Root 1 0 R>>', '%%EOF'].join('\n'),
);

/** The photograph and the PDF, framed by our page alone, and in the order of the keyboard. */
async function expectShownInPage(desk: Page): Promise<void> {
  const photograph = desk.getByRole('img', { name: 'Document 1, as it was sent' });
  await photograph.scrollIntoViewIfNeeded();
  await expect.poll(() => photograph.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  const pages = desk.getByTitle('Document 2: passport.pdf');
  await pages.scrollIntoViewIfNeeded();
  const address = (await pages.getAttribute('src')) ?? '';
  await expect.poll(() => desk.frames().map((frame) => new URL(frame.url()).pathname)).toContain(address);
  expect(await pages.evaluate((frame: HTMLIFrameElement) => frame.tabIndex)).toBe(0);
  await expectFitsPhone(desk);
  const headers = (await desk.request.get(address)).headers();
  expect([headers['x-frame-options'], headers['content-security-policy']]).toEqual(['SAMEORIGIN', expect.stringContaining("frame-ancestors 'self'")]);
}

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
