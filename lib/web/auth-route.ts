import 'server-only';
import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/accounts/auth-options';
import { clock } from './request';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: sign-in, sign-out, session, csrf. */
export function authRoute(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(clock)) as Promise<Response>;
}
