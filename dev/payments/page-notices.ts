import type Stripe from 'stripe';
import { html, type Html } from './html';
import type { Reply } from './http';
import { pageReply } from './page-shell';
import { dollars } from './page-summary';

type Notice = { readonly status: number; readonly title: string; readonly text: string; readonly next?: Html | false };

function notice({ status, title, text, next }: Notice): Reply {
  return pageReply({
    status,
    title,
    main: html`<section class="notice" aria-labelledby="notice-heading">
<h1 id="notice-heading">${title}</h1><p>${text}</p>${next}</section>`,
  });
}

/** The back button after paying ends here: nothing can be paid twice. */
export function alreadyPaid(session: Stripe.Checkout.Session, successUrl: string): Reply {
  return notice({
    status: 200,
    title: 'This payment has already been made',
    text: `${dollars(session.amount_total ?? 0)} was authorized here. You have not been charged twice.`,
    next: html`<p><a class="button" href="${successUrl}">Continue</a></p>`,
  });
}

export function expired(session: Stripe.Checkout.Session): Reply {
  return notice({
    status: 410,
    title: 'This payment page has expired',
    text: 'Nothing was charged. Go back and start the payment again.',
    next: session.cancel_url !== null && html`<p><a class="button" href="${session.cancel_url}">Go back</a></p>`,
  });
}

export function unknownPage(): Reply {
  return notice({ status: 404, title: 'There is no such payment page', text: 'Check the address, or start again.' });
}

export function notAllowed(): Reply {
  return notice({ status: 405, title: 'This page cannot be used that way', text: 'Go back and try again.' });
}

export function failed(): Reply {
  return notice({ status: 500, title: 'Something went wrong', text: 'Nothing was charged. Go back and try again.' });
}

/** Stands for the bank's own page in 3-D Secure. */
export function authenticatePage(session: Stripe.Checkout.Session): Reply {
  return pageReply({
    title: 'Your bank asks you to confirm',
    leadsTo: session.success_url,
    main: html`<section class="notice" aria-labelledby="notice-heading">
<h1 id="notice-heading">Your bank asks you to confirm</h1>
<p>Confirm the payment of ${dollars(session.amount_total ?? 0)} with your bank. This stands for the page of the bank
(3-D Secure).</p>
<form method="post" action="/dev/pay/${session.id}/authenticate">
<button type="submit" name="outcome" value="complete">Confirm payment</button>
<button class="second" type="submit" name="outcome" value="fail">Refuse</button>
</form></section>`,
  });
}
