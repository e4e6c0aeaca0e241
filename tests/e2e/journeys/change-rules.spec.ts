import { expect, type Page } from '@playwright/test';
import { formatDay } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { press } from '@/tests/support/browser/account';
import { arriveAt } from '@/tests/support/browser/look';
import { draftFee, someDayAhead } from '@/tests/support/browser/rules-walk';
import { test } from '@/tests/support/browser/test';

/** A fee of its own for each window, for all of them look at one list. */
const feeOf: Readonly<Record<string, string>> = {
  'desk': 'DUPLICATE',
  'phone': 'PROFESSIONAL',
  'desk without scripts': 'INITIAL_RENEW',
  'phone without scripts': 'INITIAL',
};

test('a supervisor drafts a dearer fee, an administrator sees what it touches and publishes it, everybody reads it, and it is taken back', async ({ page, openBrowser }, info) => {
  const fee = must(feeOf[info.project.name], 'the fee of this window');
  const from = someDayAhead();
  const announced = page.getByText(`From ${formatDay(from)}: $987`);
  const supervisor = await openBrowser('supervisor');
  await supervisor.goto('/staff/rules');
  await arriveAt(supervisor, '/staff/rules');
  await draftFee(supervisor, { fee, total: '987', from });
  const change = new URL(supervisor.url()).pathname;
  await expect(supervisor.getByText('You drafted this. Somebody else has to approve it.')).toBeVisible();
  await expect(supervisor.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);

  const administrator = await openBrowser('administrator');
  await administrator.goto(change);
  await arriveAt(administrator, change);
  for (const heading of [/^[\d,]+ drafts?$/, /^[\d,]+ submitted applications?$/, /^[\d,]+ certificates?$/]) {
    await expect(administrator.getByRole('heading', { name: heading })).toBeVisible();
  }
  await seeFees(page);
  await expect(announced).toHaveCount(0);
  await press(administrator, 'Approve and publish');
  await arriveAt(administrator, '/staff/rules?done=published');
  await seeFees(page);
  await expect(announced.first()).toBeVisible();

  await administrator.goto(change);
  await arriveAt(administrator, change);
  await press(administrator, 'Withdraw');
  await arriveAt(administrator, '/staff/rules?done=withdrawn');
  await seeFees(page);
  await expect(announced).toHaveCount(0);
});

async function seeFees(page: Page): Promise<void> {
  await page.goto('/fees');
  await arriveAt(page, '/fees');
}
