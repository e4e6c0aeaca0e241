import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/accounts/auth-options';
import { clock } from '@/lib/web/request';

type Context = { params: Promise<{ nextauth: string[] }> };

function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(clock)) as Promise<Response>;
}

export { answer as GET, answer as POST };
