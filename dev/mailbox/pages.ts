import { page } from '@/dev/embedded/page';
import { html, type Html } from '@/dev/payments/html';
import type { CapturedMail } from './store';

const when = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'America/New_York', month: 'short', day: 'numeric', year: 'numeric' },
  ...{ hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
});

const shownAtOnce = 200;

export function mailboxPage(mails: readonly CapturedMail[], to: string): Html {
  return page(
    'Mailbox',
    html`<p>
        Every email CECS sends from this computer is kept here, and none leaves it. Mail to an address that begins with
        <b>fails</b> or <b>refuses</b> is refused, and to <b>busy</b> put off, so that you can see what happens then.
      </p>
      <form method="get" action="/dev/mailbox" role="search">
        <label for="to">Only mail to</label>
        <input id="to" name="to" type="search" inputmode="email" autocapitalize="none" value="${to}" />
        <button>Show</button>
      </form>
      ${mails.length === 0 ? emptyNote(to) : mailTable(mails.slice(0, shownAtOnce))}
      ${mails.length > shownAtOnce ? html`<p>${mails.length - shownAtOnce} older messages are not listed.</p>` : undefined}`,
  );
}

function emptyNote(to: string): Html {
  return to
    ? html`<p class="empty">No mail to “${to}” yet. <a href="/dev/mailbox">Show all mail</a></p>`
    : html`<p class="empty">No mail yet. Create an account, then look here again.</p>`;
}

function mailTable(mails: readonly CapturedMail[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Subject</th>
        <th scope="col">To</th>
        <th scope="col">Received</th>
      </tr>
    </thead>
    <tbody>
      ${mails.map(
        (mail) =>
          html`<tr>
            <td><a href="/dev/mailbox/${mail.id}">${mail.subject || '(no subject)'}</a></td>
            <td>${mail.to}</td>
            <td><time datetime="${mail.at}">${when.format(new Date(mail.at))}</time></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function mailPage(mail: CapturedMail): Html {
  return page(
    mail.subject || '(no subject)',
    html`<p><a href="/dev/mailbox">All mail</a></p>
      <dl>
        <dt>To</dt>
        <dd>${mail.to}</dd>
        <dt>From</dt>
        <dd>${mail.from}</dd>
        <dt>Received</dt>
        <dd><time datetime="${mail.at}">${when.format(new Date(mail.at))}</time></dd>
        ${mail.attachments.length > 0 ? html`<dt>Attached</dt><dd>${mail.attachments.join(', ')}</dd>` : undefined}
      </dl>
      ${mail.html ? framed(mail.html) : undefined}
      <h2>As plain text</h2>
      <pre>${withLinks(mail.text)}</pre>`,
  );
}

// No scripts run inside, and a link clicked there opens in the whole tab.
function framed(message: string): Html {
  return html`<iframe
    title="The message as laid out"
    sandbox="allow-top-navigation-by-user-activation"
    srcdoc="${`<base target="_top">${message}`}"
  ></iframe>`;
}

function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}
