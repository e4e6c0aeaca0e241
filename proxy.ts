import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { env } from '@/lib/env';
import { contentSecurityPolicy } from '@/lib/web/content-security-policy';

/** Nonce and path for every page. Decides nothing about who may see what: pages and commands do. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (isEmbeddedPart(pathname)) return toEmbeddedPart(pathname + search);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-cecs-path', pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function isEmbeddedPart(path: string): boolean {
  return /^\/(dev|demo)(\/|$|\.json$)/.test(path);
}

// The launcher's mailbox, demo people and payment page; where there is no launcher there is no such page.
function toEmbeddedPart(path: string): NextResponse {
  const origin = env().DEV_ORIGIN;
  if (!origin || env().CECS_ENV === 'production') return new NextResponse('Not found', { status: 404 });
  return NextResponse.rewrite(new URL(path, origin));
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|fonts/|img/|favicon.ico|api/stripe/webhook|api/health|uploads).*)'],
};
