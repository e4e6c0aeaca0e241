import 'server-only';
import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/accounts/auth-options';
import { addressLimits } from '@/lib/accounts/rules';
import { anyone } from '@/lib/shared/context';
import { clock, requestCtx } from './request';
import { slowDownIfOften } from './slow-down';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: sign-in, sign-out, session, csrf. Its sign-in is a second way to try passwords, and as slow. */
export async function authRoute(request: NextRequest, context: Context): Promise<Response> {
  const isSignIn = request.method === 'POST' && request.nextUrl.pathname.endsWith('/callback/credentials');
  if (isSignIn) await slowDownIfOften(await requestCtx(anyone), addressLimits.signIn);
  return NextAuth(request, context, authOptions(clock)) as Promise<Response>;
}
