import type Stripe from 'stripe';
import { html, type Html } from './html';
import type { Reply } from './http';
import { fieldNames, type FieldName, type Problems, type Typed } from './page-form';
import { dollars, orderSummary } from './page-summary';
import { pageReply } from './page-shell';

type View = {
  readonly session: Stripe.Checkout.Session;
  readonly items: readonly Stripe.LineItem[];
  readonly typed: Typed;
  readonly problems: Problems;
  /** 402 when a bank said no, 400 when a field is wrong, 200 at first sight. */
  readonly status: number;
};

/** The card form, with what was typed but for the card number and the security code. */
export function cardFormPage({ session, items, typed, problems, status }: View): Reply {
  const amount = dollars(session.amount_total ?? 0);
  const hasProblems = Object.keys(problems).length > 0;
  const field = (name: FieldName) => inputField(name, typed, problems);
  const main = html`<div class="checkout">
${orderSummary(session, items)}
<section class="pay" aria-labelledby="pay-heading">
<h2 id="pay-heading">Pay with card</h2>
${hasProblems && errorSummary(problems)}
<form method="post" action="/dev/pay/${session.id}" novalidate>
${session.customer_email === null ? field('email') : fixedEmail(session.customer_email)}
<fieldset><legend>Card information</legend>
${field('card_number')}
<div class="pair">${field('expiry')}${field('cvc')}</div>
${field('name')}
${field('postal_code')}
</fieldset>
${submitNote(session)}
<button type="submit">Pay ${amount}</button>
</form>
${session.cancel_url !== null && html`<p class="cancel"><a href="${session.cancel_url}">Cancel and go back</a></p>`}
</section>
</div>`;
  const title = `${hasProblems ? 'Error: ' : ''}Pay ${amount}`;
  return pageReply({ status, title, main, leadsTo: session.success_url });
}

function submitNote(session: Stripe.Checkout.Session): Html | false {
  const message = session.custom_text.submit?.message;
  return message !== undefined && html`<p class="note">${message}</p>`;
}

function fixedEmail(email: string): Html {
  return html`<dl class="fixed"><dt>Email</dt><dd>${email}</dd></dl>`;
}

function errorSummary(problems: Problems): Html {
  const lines = fieldNames.flatMap((name) => {
    const sentence = problems[name];
    return sentence ? [html`<li><a href="#${name}">${sentence}</a></li>`] : [];
  });
  return html`<div class="errors" role="alert" aria-labelledby="errors-heading">
<h3 id="errors-heading">There is a problem</h3><ul>${lines}</ul></div>`;
}

type FieldKind = {
  readonly label: string;
  readonly autocomplete: string;
  readonly inputmode?: string;
  readonly type?: string;
  readonly hint?: string;
  /** Never sent back to the browser. */
  readonly secret?: boolean;
};

const kinds: Record<FieldName, FieldKind> = {
  email: { label: 'Email', autocomplete: 'email', type: 'email', inputmode: 'email' },
  card_number: { label: 'Card number', autocomplete: 'cc-number', inputmode: 'numeric', secret: true },
  expiry: { label: 'Expiration date', autocomplete: 'cc-exp', inputmode: 'numeric', hint: 'MM / YY' },
  cvc: { label: 'Security code', autocomplete: 'cc-csc', inputmode: 'numeric', hint: '3 digits; 4 on Amex', secret: true },
  name: { label: 'Name on card', autocomplete: 'cc-name' },
  postal_code: { label: 'ZIP code', autocomplete: 'postal-code', inputmode: 'numeric' },
};

function inputField(name: FieldName, typed: Typed, problems: Problems): Html {
  const { label, autocomplete, inputmode, type = 'text', hint, secret } = kinds[name];
  const sentence = problems[name];
  const described = [hint && `${name}-hint`, sentence && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="${name}">${label}</label>
${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}
${sentence && html`<span class="error" id="${name}-error">${sentence}</span>`}
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required
 ${inputmode && html`inputmode="${inputmode}"`} ${name !== 'name' && html`autocapitalize="none"`} spellcheck="false"
 ${described && html`aria-describedby="${described}"`} ${sentence && html`aria-invalid="true"`}
 ${!secret && html`value="${typed[name]}"`}>
</div>`;
}
