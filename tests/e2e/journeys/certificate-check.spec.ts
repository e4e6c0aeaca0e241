import { expect, type Page } from '@playwright/test';
import { must } from '@/lib/shared/result';
import { formatDay } from '@/lib/shared/days';
import { becomeEducator, press } from '@/tests/support/browser/account';
import { takeEducator, type Educator } from '@/tests/support/browser/educators';
import { arriveAt, look } from '@/tests/support/browser/look';
import { test } from '@/tests/support/browser/test';

const type = 'Professional Educator Certificate';
const endorsement = '029 Mathematics';

test('somebody of an imported registry finds their certificate, and anyone may check it by number and by name', async ({ page, openBrowser }) => {
  const person = takeEducator('not_yet_open');
  const { issuedOn, expiresOn } = person.certificate;
  await becomeEducator(page, person);
  await expect(page.getByRole('heading', { name: person.ein })).toBeVisible();
  const row = page.getByRole('row', { name: type });
  await expect(row).toHaveCount(1);
  for (const words of [endorsement, `${formatDay(issuedOn)} to ${formatDay(expiresOn)}`, 'Valid']) await expect(row).toContainText(words);
  const number = must(/\w{4}-\w{4}/.exec(await row.innerText())?.[0], 'the number of the certificate');

  const employer = await openBrowser('somebody');
  await employer.goto('/check');
  await arriveAt(employer, '/check');
  await employer.getByLabel('Certificate number').fill(number.toLowerCase());
  await press(employer, 'Check this number');
  await employer.waitForURL('**/check?number=*');
  await expectOnlyPublicFacts(employer, person);

  await employer.getByLabel('Last name').fill(person.lastName);
  await employer.getByLabel('First name').fill(person.firstName);
  await press(employer, 'Check this name');
  await employer.waitForURL('**/check?lastName=*');
  await expectOnlyPublicFacts(employer, person);

  // Others may have the same name: the number tells them apart.
  const address = `/check/${number.replace('-', '')}`;
  await employer.locator(`main a[href="${address}"]`).click();
  await arriveAt(employer, address);
  await expectOnlyPublicFacts(employer, person);
  await expect(employer.locator('main')).toContainText(formatDay(expiresOn));
  await expect(employer.locator('main')).toContainText(number);
});

/** Name, type, endorsements, dates and status stand there; what else is known of the person does not. */
async function expectOnlyPublicFacts(page: Page, person: Educator): Promise<void> {
  await look(page);
  const { issuedOn, expiresOn } = person.certificate;
  const shown = page.locator('main');
  const facts = [`${person.firstName} ${person.lastName}`, type, endorsement, formatDay(issuedOn), `Valid through ${formatDay(expiresOn)}`];
  for (const fact of facts) await expect(shown).toContainText(fact);
  const markup = await page.content();
  for (const secret of [person.ein, person.email, person.ssn, person.birthDate, formatDay(person.birthDate)]) expect(markup).not.toContain(secret);
}
