import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { appOrigin, env } from '@/lib/env';
import { anyone } from '@/lib/shared/context';
import { liveSession } from './live-session';
import { signInInput, type SignIn } from './model';
import { sessionLimits } from './rules';
import { signIn } from './sign-in';

const isHttps = () => env().APP_URL.startsWith('https:');

export const sessionCookie = {
  name: () => (isHttps() ? '__Host-cecs.sid' : 'cecs.sid'),
  options: () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() }) as const,
};

/**
 * next-auth with its token replaced: the cookie is the opaque session token, `encode` passes it through and `decode` asks the
 * database row, so that a revoked sign-in is dead at once. No JWT exists, hence nothing to steal a signing key for.
 * Pages and commands ask the row themselves: next-auth takes a database that is down for "nobody is signed in".
 */
export function authOptions(clock: () => Date): NextAuthOptions {
  return {
    session: { strategy: 'jwt', maxAge: sessionLimits.fullHours * 3600 },
    cookies: { sessionToken: { name: sessionCookie.name(), options: sessionCookie.options() } },
    pages: { signIn: '/login', signOut: '/log-out', error: '/login' },
    providers: [
      CredentialsProvider({
        credentials: { username: {}, password: {} },
        async authorize(typed) {
          const input = signInInput.safeParse(typed);
          if (!input.success) return null;
          const opened = await signIn({ actor: anyone, now: clock(), requestId: crypto.randomUUID() }, input.data);
          return opened.ok ? { id: opened.value.sessionId, token: opened.value.token } : null;
        },
      }),
    ],
    jwt: {
      async encode({ token }) {
        return typeof token?.cookie === 'string' ? token.cookie : '';
      },
      async decode({ token }) {
        const signedIn = token ? await liveSession(token, clock()) : undefined;
        // The raw cookie goes back in: next-auth encodes what decode returned when it refreshes the cookie.
        return signedIn && token ? { cookie: token, signedIn } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user && 'token' in user ? { cookie: user.token } : token),
      session: ({ session, token }) => ({ expires: session.expires, signedIn: token.signedIn as SignIn | undefined }),
      redirect: ({ url }) => (url.startsWith('/') && !url.startsWith('//') ? `${appOrigin()}${url}` : appOrigin()),
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
