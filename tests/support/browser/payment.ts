import { expect, type Page } from '@playwright/test';
import type { Educator } from './educators';
import { paymentStandIn } from './home';

/** Fills in the payment page and sends it. That page stands for another company's. */
export async function payByCard(page: Page, card: string, person: Pick<Educator, 'firstName' | 'lastName' | 'email'>): Promise<void> {
  await page.waitForURL('**/dev/pay/*');
  await page.locator('[autocomplete=email]').fill(person.email);
  await page.locator('[autocomplete=cc-number]').fill(card);
  await page.locator('[autocomplete=cc-exp]').fill('12/34');
  await page.locator('[autocomplete=cc-csc]').fill('123');
  await page.locator('[autocomplete=cc-name]').fill(`${person.firstName} ${person.lastName}`);
  await page.locator('[autocomplete=postal-code]').fill('06103');
  await page.getByRole('button', { name: /^Pay/ }).click();
}

export type Charge = { readonly captured: boolean; readonly capturedCents: number; readonly funding: string };

type ListedCharge = {
  readonly captured: boolean;
  readonly amount_captured: number;
  readonly billing_details: { readonly email: string | null };
  readonly payment_method_details: { readonly card: { readonly funding: string } };
};

/** What the payment service holds or took of somebody, from its own books. */
export async function chargesOf(page: Page, { email }: Pick<Educator, 'email'>): Promise<Charge[]> {
  const { origin, key } = paymentStandIn();
  const answer = await page.request.get(`${origin}/v1/charges?limit=100`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status()).toBe(200);
  const { data } = (await answer.json()) as { data: ListedCharge[] };
  return data
    .filter((charge) => charge.billing_details.email === email)
    .map((charge) => ({
      captured: charge.captured,
      capturedCents: charge.amount_captured,
      funding: charge.payment_method_details.card.funding,
    }));
}
