import type Stripe from 'stripe';
import { html, type Html } from './html';

const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

export function dollars(amount: number): string {
  return format.format(amount / 100);
}

/** What is being paid for, and how much. */
export function orderSummary(session: Stripe.Checkout.Session, items: readonly Stripe.LineItem[]): Html {
  const rows = items.map((item) => html`<li>
<span>${item.description ?? ''}${(item.quantity ?? 1) > 1 && html` <small>× ${item.quantity ?? 1}</small>`}</span>
<span>${dollars(item.amount_total)}</span></li>`);
  return html`<section class="order" aria-labelledby="order-heading">
<h1 id="order-heading"><span>Amount to pay</span> <strong>${dollars(session.amount_total ?? 0)}</strong></h1>
<ul>${rows}</ul>
<p class="total"><span>Total due</span> <span>${dollars(session.amount_total ?? 0)}</span></p>
${cardsToTry}
</section>`;
}

const cardsToTry = html`<details><summary>Card numbers to try</summary>
<dl>
<dt>4242 4242 4242 4242</dt><dd>Visa credit</dd>
<dt>5555 5555 5555 4444</dt><dd>Mastercard credit</dd>
<dt>4000 0566 5566 5556</dt><dd>Visa debit</dd>
<dt>4000 0025 0000 3155</dt><dd>Visa credit; the bank asks to confirm</dd>
<dt>4000 0000 0000 0002</dt><dd>Visa credit; the bank declines</dd>
</dl>
<p>Any later date and any security code will do.</p></details>`;
