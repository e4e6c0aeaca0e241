import { expect, type Page } from '@playwright/test';
import { formatReference } from '@/lib/shared/references';
import { must } from '@/lib/shared/result';
import { becomeEducator, press } from '@/tests/support/browser/account';
import { chooseToRenew, discloseOne, fillPersonal, sign, submit } from '@/tests/support/browser/application';
import { takeEducator } from '@/tests/support/browser/educators';
import { expectFitsPhone } from '@/tests/support/browser/fields';
import { arriveAt } from '@/tests/support/browser/look';
import { openFromQueue } from '@/tests/support/browser/staff';
import { test } from '@/tests/support/browser/test';
import { files } from '@/tests/support/files';

const statement = 'Signed statement about each "yes"';
const records = 'Official records about each "yes"';

/** One dot: a picture that browsers show. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

test('papers are sent from the page of the application and accepted at the desk; one that is mailed is received by its cover sheet', async ({ page, openBrowser }) => {
  const person = takeEducator('renewable');
  await becomeEducator(page, person);
  await chooseToRenew(page, 'Renew a Professional certificate');
  await fillPersonal(page);
  await discloseOne(page);
  await sign(page, person);
  const reference = await submit(page);
  const application = `/applications/${reference}`;
  await arriveAt(page, `${application}?submitted=1`);

  await page.getByRole('link', { name: `Send a file: ${statement}` }).click();
  await arriveAt(page, `${application}/papers/*`);
  await send(page, { name: 'statement.docx', mimeType: 'application/pdf', buffer: Buffer.from('PK\u0003\u0004') });
  await expect(page.getByText('This is no PDF, JPEG, PNG or HEIC.')).toBeVisible();
  await arriveAt(page, `${application}/papers/*`);
  await send(
    page,
    { name: 'page 1.png', mimeType: 'image/png', buffer: picture },
    { name: 'page 2.heic', mimeType: '', buffer: files.heic() },
    { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
  );
  await expect(page.getByText('File 3: This file is empty.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^page [12]/ })).toHaveText([/page 1\.png/, /page 2\.heic/]);
  await expectFitsPhone(page);
  await arriveAt(page, `${application}/papers/*`);
  await send(page, { name: 'page 1 again.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('heading', { name: 'What you sent has arrived' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^page [12]/ })).toHaveCount(2);
  await arriveAt(page, `${application}/papers/*?file=received`);

  const paperReference = await printCover(page, application);
  const mailroom = await openBrowser('cashier');
  await receive(mailroom, reference, paperReference);

  const desk = await openBrowser('reviewer');
  await openFromQueue(desk, reference);
  await expect(desk.getByRole('row', { name: new RegExp(`^${statement}`) })).toContainText('Arrived, not looked at yet');
  const item = desk.locator('details').filter({ hasText: `${statement}: 2 files sent` });
  await expect(item.getByText('Not scanned for viruses')).toHaveCount(2);
  const shown = item.getByRole('img', { name: 'File 1, as it was sent' });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await expect(item.getByText('Most browsers cannot show it')).toBeVisible();
  const address = must(await item.getByRole('link', { name: 'page 2.heic' }).getAttribute('href'), 'the address of the file');
  const { 'content-disposition': disposition = '', 'x-content-type-options': sniff } = (await desk.request.get(address)).headers();
  expect([disposition.split(';')[0], sniff]).toEqual(['attachment', 'nosniff']);
  expect((await page.request.get(address)).status()).toBe(404);
  await expectFitsPhone(desk);
  await accept(desk, statement, reference);
  await accept(desk, records, reference);

  await page.goto(application);
  await arriveAt(page, application);
  await expect(page.getByRole('row', { name: new RegExp(`^${statement}`) })).toContainText('Accepted');
});

type Sent = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

async function send(page: Page, ...sent: Sent[]): Promise<void> {
  await page.getByLabel('Photographs or scans').setInputFiles(sent);
  await press(page, 'Send');
}

/** Returns the reference on it. */
async function printCover(page: Page, application: string): Promise<string> {
  await page.goto(application);
  await arriveAt(page, application);
  await page.getByRole('link', { name: `Cover sheet for the mail: ${records}` }).click();
  await arriveAt(page, `${application}/cover/*`);
  const label = await page.getByRole('img', { name: /^Barcode of reference/ }).getAttribute('aria-label');
  await expect(page.locator('.cecs-sheet')).toContainText(records);
  await expectFitsPhone(page);
  return must(/D\w{3}-\w{4}/.exec(label ?? '')?.[0], 'the reference of the paper');
}

/** Looked up by the application, as where somebody forgot the sheet, then typed from the sheet. */
async function receive(page: Page, reference: string, paperReference: string): Promise<void> {
  await page.goto('/staff/papers');
  await arriveAt(page, '/staff/papers');
  await page.getByLabel('No cover sheet? Look it up').fill(formatReference(reference));
  await press(page, 'Look up');
  await arriveAt(page, '/staff/papers?find=*');
  await page.getByRole('link', { name: `It is this one (${records})` }).click();
  await arriveAt(page, '/staff/papers?find=*');
  await expect(page.getByLabel('Reference on the cover sheet')).toHaveValue(paperReference);
  await expectFitsPhone(page);
  await page.getByLabel('Reference on the cover sheet').fill(paperReference.toLowerCase().replace('-', ' '));
  await press(page, 'Record');
  await arriveAt(page, '/staff/papers?received=*&on=*');
  await expect(page.getByText(new RegExp(`^${records}, application ${formatReference(reference)} of .*: arrived`))).toBeVisible();
}

async function accept(page: Page, title: string, reference: string): Promise<void> {
  await page.getByText('Accept or refuse an item').click();
  const option = await page.getByLabel('Item', { exact: true }).locator('option').filter({ hasText: title }).getAttribute('value');
  await page.getByLabel('Item', { exact: true }).selectOption(option);
  await page.getByLabel('What you make of it').selectOption('accepted');
  await press(page, 'Save');
  await arriveAt(page, `/staff/applications/${reference}?for=queue&done=judged`);
}
