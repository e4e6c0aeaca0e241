import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';

export function proxy(request: NextRequest): NextResponse {
  const policy = `default-src 'none'; script-src 'self' 'nonce-${randomBytes(16).toString('base64')}' 'strict-dynamic'; connect-src 'self'`;
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|favicon.ico).*)'] };
