import type { Page } from '@playwright/test';
import { addDays, dayInConnecticut, type Day } from '@/lib/shared/days';
import { press } from './account';
import { open, type Visit } from './every-form';
import { arriveAt } from './look';

/** The forms by which staff change the rules. What is drafted stays a draft. */
export async function visitFormsOfRules(page: Page, visit: Visit): Promise<void> {
  await open(page, '/staff/rules', visit);
  await open(page, '/staff/rules/new', visit);
  for (const what of ['fee', 'setting', 'validity'] as const) {
    await open(page, `${what}: /staff/rules/new/*`, visit, `/staff/rules/new/${what}`);
  }
  await draftFee(page, { fee: 'ADULT_ED', total: '101', from: someDayAhead() });
  await visit(page, '/staff/rules/*', {});
}

/** Another each time, for the same is not drafted twice for one day. */
export function someDayAhead(): Day {
  return addDays(dayInConnecticut(new Date()), 30 + Math.floor(Math.random() * 3_000));
}

type Drafted = { readonly fee: string; readonly total: string; readonly from: Day };

export async function draftFee(page: Page, { fee, total, from }: Drafted): Promise<void> {
  await page.goto(`/staff/rules/new/fee?key=${fee}`);
  await arriveAt(page, '/staff/rules/new/fee?key=*');
  await page.getByLabel('Whole amount').fill(total);
  await page.getByLabel('Of it, the review fee').fill('0');
  await page.getByLabel('First day on which it holds').fill(from);
  await page.getByLabel('Where it is written').fill('Public Act 27-1, section 4');
  await press(page, 'Draft it');
  await arriveAt(page, '/staff/rules/*?done=drafted');
}
