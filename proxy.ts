import { NextResponse, type NextRequest } from 'next/server';
import { env } from '@/lib/env';

/**
 * Leads to the launcher's mailbox, demo people and payment page; where there is no launcher there is no such page. What other
 * requests need is prepared before Next sees them (lib/web/prepare-requests.ts).
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const origin = env().DEV_ORIGIN;
  if (!origin || env().CECS_ENV === 'production') return new NextResponse('Not found', { status: 404 });
  return NextResponse.rewrite(new URL(pathname + search, origin));
}

export const config = { matcher: ['/dev/:path*', '/demo', '/demo.json', '/demo/:path*'] };
