import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy, filePolicy } from './content-security-policy';
import { answerFailureInWords } from './failed-page';
import { pathHeader, requestIdHeader } from './request';
import { keepResponse } from './response-status';

/*
 * Node announces each request on a diagnostics channel before Next sees it. What every page needs is put into its headers
 * there: an id, the path, and the content security policy, in which Next finds the nonce for its scripts. A proxy.ts could do
 * the same, for a tenth of what the signed-in home page costs (docs/benchmark.md).
 */
type Announced = { readonly request: IncomingMessage; readonly response: ServerResponse };

// With every answer, files too. Not in next.config.js, which looks each request up in a list of patterns.
const headers = [
  ['X-Content-Type-Options', 'nosniff'],
  // Not "no-referrer": browsers would then send `Origin: null` with our own forms, which we refuse.
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
  ['X-Frame-Options', 'DENY'],
  ['X-Robots-Tag', 'noindex'],
  ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload'],
] as const;

// The fonts of the first paint, fetched before the stylesheet asks.
const fonts = [400, 700].map((weight) => `</fonts/public-sans-${weight}.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin`).join(', ');

/** Once per process: instrumentation.ts. */
export function prepareRequests(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as Announced;
    const id = randomUUID();
    // Ours, whatever the request brought along.
    request.headers[requestIdHeader] = id;
    request.headers[pathHeader] = pathOf(request.url);
    for (const [name, value] of headers) response.setHeader(name, value);
    keepResponse(id, response);
    if (request.method === 'POST') leadOnByGet(response);
    if (isFile(request.url)) return;
    if (isSentFile(request.url)) return letOursFrame(response);
    if (isOurPage(request)) response.setHeader('Link', fonts);
    addPolicy(request, response);
    answerFailureInWords(id, request, response);
  });
}

// Where Next asks for a page's data by itself, it adds a name to the query that is none of ours.
function pathOf(url = '/'): string {
  return url.replace(/([?&])_rsc(?:=[^&]*)?(?:&|$)/, '$1').replace(/[?&]$/, '');
}

function isFile(url = '/'): boolean {
  return /^\/(_next\/static|fonts|img)\//.test(url);
}

/** Documents of a case or an application, which its page shows. */
function isSentFile(url = '/'): boolean {
  return /^\/staff\/(identity|applications)\/\w+\/documents\/[\w-]+(\?|$)/.test(url);
}

function letOursFrame(response: ServerResponse): void {
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('content-security-policy', filePolicy);
}

// The pages of the embedded parts are no business of ours, and do without our fonts.
function isOurPage({ url = '/', headers: { accept = '' } }: IncomingMessage): boolean {
  return accept.startsWith('text/html') && !/^\/(dev|demo)\b/.test(url);
}

function addPolicy(request: IncomingMessage, response: ServerResponse): void {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
}

// After a refused post the page is rendered, and may lead on: an application that another tab has submitted leads to its status.
// Next says 307 then, by which a browser without scripts sends the form again, to a page that does not know it.
function leadOnByGet(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 307 ? 303 : status, ...rest);
}
