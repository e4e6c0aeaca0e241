import { expect, type Page } from '@playwright/test';
import { generate } from 'otplib';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { logIn, press } from './account';
import { choose } from './application';
import { staffMember } from './home';
import { arriveAt, look } from './look';

/** With the code of the moment. A code is good once, so each member of staff signs in only once in half a minute. `first`: tried before. */
export async function staffSignIn(page: Page, role: string, first = async (): Promise<void> => {}): Promise<void> {
  const member = staffMember(role);
  await logIn(page, member.username, member.password);
  await arriveAt(page, '/login/code');
  await first();
  await page.getByLabel('Six-digit code').fill(await generate({ secret: member.totpSecret }));
  await press(page, 'Continue');
  await page.waitForURL(({ pathname }) => pathname.startsWith('/staff'));
  await look(page);
}

/** From the queue's search box: the queue itself fills up while tests run. */
export async function openFromQueue(page: Page, reference: string): Promise<void> {
  await page.goto('/staff/queue');
  await arriveAt(page, '/staff/queue');
  await page.getByLabel('Reference, EIN or last name').fill(reference);
  await press(page, 'Search');
  await arriveAt(page, `/staff/queue?q=${reference}`);
  await page.getByRole('link', { name: formatReference(reference) }).click();
  await arriveAt(page, `/staff/applications/${reference}`);
}

export async function approve(page: Page, reference: string): Promise<void> {
  await openFromQueue(page, reference);
  await acceptAll(page, reference);
  await choose(page, 'Your decision', 'Approve');
  await press(page, 'Record decision');
  await arriveAt(page, `/staff/applications/${reference}?for=queue&done=approved`);
  await expect(page.getByText('Approved, and written down.')).toBeVisible();
}

/** Accepts what the rules have not accepted, item by item. */
async function acceptAll(page: Page, reference: string): Promise<void> {
  const open = page.getByRole('row').filter({ hasText: /Not here yet|Arrived, not looked at yet/ });
  for (let left = await open.count(); left > 0; left -= 1) {
    await page.getByText('Accept or refuse an item').click();
    await page.getByLabel('What you make of it').selectOption('accepted');
    await page.getByLabel('Date stamp').fill(dayInConnecticut(new Date()));
    await press(page, 'Save');
    await arriveAt(page, `/staff/applications/${reference}?for=queue&done=judged`);
    await expect(open).toHaveCount(left - 1);
  }
}

/** Issued by the rules, or by the reviewer where it was drawn for a quality check. */
export async function awaitRules(page: Page, reference: string): Promise<void> {
  await openFromQueue(page, reference);
  const said = page.getByText(/Decided by the rules|A person decides, because/);
  await expect(async () => {
    await page.reload();
    await expect(said).toBeVisible({ timeout: 1_000 });
  }).toPass();
  if (await page.getByText('drawn for a quality check').isHidden()) return;
  await approve(page, reference);
  await issue(page, reference);
}

/** Presses the button that ends it, on the page that `approve` leads to. */
export async function issue(page: Page, reference: string, button = 'Issue certificate'): Promise<void> {
  await press(page, button);
  await arriveAt(page, `/staff/applications/${reference}?for=queue&done=issued`);
  await expect(page.getByText('Done. It is issued.')).toBeVisible();
}

type MoneyOrder = { readonly slipReference: string; readonly amount: string; readonly serial: string; readonly payerName: string };

export async function recordMoneyOrder(page: Page, { slipReference, amount, serial, payerName }: MoneyOrder): Promise<void> {
  await page.goto('/staff/mailroom');
  await arriveAt(page, '/staff/mailroom');
  await page.getByLabel('Reference on the slip').fill(slipReference);
  await choose(page, 'What was in the envelope', 'Money order');
  await page.getByLabel('Amount').fill(amount);
  await page.getByLabel('Serial number').fill(serial);
  await page.getByLabel('Issued by').fill('United States Postal Service');
  await page.getByLabel('Name of the payer').fill(payerName);
  await press(page, 'Record');
  await arriveAt(page, '/staff/mailroom?recorded=1');
}
