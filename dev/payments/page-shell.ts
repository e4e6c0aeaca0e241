import { html, type Html } from './html';
import type { Reply } from './http';

type Page = {
  readonly status?: number;
  readonly title: string;
  readonly main: Html;
  /** Where a form of this page may lead: browsers hold redirects after a post against `form-action` too. */
  readonly leadsTo?: string | null;
};

/** One whole page: no script, no inline style, nothing from anywhere else. */
export function pageReply({ status = 200, title, main, leadsTo }: Page): Reply {
  const document = html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Test checkout</title>
<link rel="stylesheet" href="/dev/pay/assets/checkout.css">
</head>
<body>
<header class="banner"><p><strong>Test mode: no real card.</strong> Nothing here reaches a bank, and no money moves.</p></header>
<main>${main}</main>
<footer><p>This page stands in for Stripe Checkout while no Stripe account is connected.</p></footer>
</body>
</html>
`;
  return { status, body: document.text, headers: headersFor(status, leadsTo) };
}

function headersFor(status: number, leadsTo: string | null | undefined): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    // The back button asks anew, and is told when all is done. A refused form is the answer to a post: a browser that may
    // not keep it shows an error of its own on the way back.
    'cache-control': status === 200 ? 'no-store' : 'private, no-cache',
    'content-security-policy': policy(leadsTo),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

function policy(leadsTo: string | null | undefined): string {
  const target = leadsTo && URL.canParse(leadsTo) ? ` ${new URL(leadsTo).origin}` : '';
  return "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
    + `form-action 'self'${target}`;
}
