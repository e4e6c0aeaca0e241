import type { ServerResponse } from 'node:http';
import { html, type Html } from '@/dev/payments/html';

export function page(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · CECS on this computer</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/dev/mailbox.css" />
      </head>
      <body>
        <header>
          <nav aria-label="Parts on this computer">
            <a href="/">CECS</a> <a href="/demo">People to try</a> <a href="/dev/mailbox">Mailbox</a>
          </nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

const strict =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// A frame with srcdoc lives under the policy of the page around it, and mail is laid out with style attributes.
const withMail = strict.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

export function sendPage(
  response: ServerResponse,
  body: Html,
  { status = 200, showsMail = false }: { status?: number; showsMail?: boolean } = {},
): void {
  send(response, { status, type: 'text/html; charset=utf-8', body: body.text, policy: showsMail ? withMail : strict });
}

export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value), policy: strict });
}

export function sendStyles(response: ServerResponse, styles: string): void {
  send(response, { status: 200, type: 'text/css; charset=utf-8', body: styles, policy: strict });
}

export function sendNotFound(response: ServerResponse): void {
  sendPage(response, page('Not here', html`<p>There is nothing at this address.</p>`), { status: 404 });
}

function send(
  response: ServerResponse,
  answer: { status: number; type: string; body: string; policy: string },
): void {
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': Buffer.byteLength(answer.body),
    'content-security-policy': answer.policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(answer.body);
}
