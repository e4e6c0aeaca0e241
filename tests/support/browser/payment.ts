import { expect, type Page } from '@playwright/test';
import { must } from '@/lib/shared/result';
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
  const { data } = (await askService(page, 'GET', '/v1/charges?limit=100')) as { data: ListedCharge[] };
  return data
    .filter((charge) => charge.billing_details.email === email)
    .map((charge) => ({
      captured: charge.captured,
      capturedCents: charge.amount_captured,
      funding: charge.payment_method_details.card.funding,
    }));
}

/**
 * Keeps the money on this payment page from being taken, as on a bad day of the payment service, until the returned function
 * is called. A card has been declined on the page before: only then is it known which payment it is.
 */
export async function holdUpCapture(page: Page): Promise<() => Promise<void>> {
  const session = must(/\/dev\/pay\/(\w+)/.exec(page.url())?.[1], 'the payment page');
  const { payment_intent: intent } = (await askService(page, 'GET', `/v1/checkout/sessions/${session}`)) as { payment_intent: string | null };
  const path = `/v1/payment_intents/${must(intent ?? undefined, 'a payment that was begun')}/capture`;
  await askService(page, 'POST', '/control/faults', { do: 'answer_500', path, remembered: false, times: 1000 });
  return async () => void (await askService(page, 'DELETE', `/control/faults?path=${path}`));
}

async function askService(page: Page, method: 'GET' | 'POST' | 'DELETE', path: string, wish?: object): Promise<unknown> {
  const { origin, key } = paymentStandIn();
  const headers = { authorization: `Bearer ${key}` };
  const answer = await page.request.fetch(`${origin}${path}`, { method, headers, ...(wish && { data: JSON.stringify(wish) }) });
  expect(answer.status(), `${method} ${path}`).toBe(200);
  return answer.json();
}
