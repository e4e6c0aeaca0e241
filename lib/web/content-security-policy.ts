/** Where a form may be answered by a redirect: here, and the hosted payment page. */
const paymentPage = 'https://checkout.stripe.com';

export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // On every page, because after a form the browser may show the next one in the same document. Only files let themselves be framed.
    "frame-src 'self'",
    `form-action 'self' ${paymentPage}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * Of a file that somebody sent: nothing in it runs or loads anything, whatever it is, and only our own pages may frame it. Not
 * with a sandbox as well: Chromium shows no PDF in a sandboxed frame. Styles, because browsers show an image alone with their own.
 */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
