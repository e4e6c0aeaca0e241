import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { referenceOf } from './request';

/*
 * When a page throws, Next answers 500 with an empty body whose scripts then draw app/error.tsx: without scripts there is
 * nothing to see. This page needs neither scripts nor React nor the build, so it is right also when these are what failed.
 */

/** Lets a failed page answer by words instead of by what Next wrote. `id` is the request's, on the log line of the failure too. */
export function answerFailureInWords(id: string, request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, write, end } = response;
  let page: Buffer | undefined;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status === 500 && isPage(response)) {
      page = Buffer.from(failedPage(referenceOf(id), request.url ?? '/'));
      for (const name of ['content-encoding', 'transfer-encoding', 'etag', 'link', 'vary']) response.removeHeader(name);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-length', page.byteLength);
      response.setHeader('cache-control', 'no-store');
    }
    return Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse;
  };
  // Whatever comes first, the head is written before a byte of the body; from then on the body is ours.
  response.write = (...given: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return page ? true : (Reflect.apply(write, response, given) as boolean);
  };
  response.end = (...given: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return Reflect.apply(end, response, page ? [page] : given) as ServerResponse;
  };
}

function isPage(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/html');
}

function failedPage(reference: string, path: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Something went wrong · Connecticut CECS</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/failed.css">
</head>
<body>
<header><a href="/">Connecticut Education Certification System</a></header>
<main>
<h1>Something went wrong on our side</h1>
<p>It is not your fault, and what you had saved is safe. Try again in a minute.</p>
<p>If you call us at <a href="tel:+18607136969">860-713-6969</a>, please give this reference: <strong>${reference}</strong></p>
<p><a class="button" href="${inAttribute(path)}">Try again</a></p>
</main>
</body>
</html>
`;
}

function inAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
