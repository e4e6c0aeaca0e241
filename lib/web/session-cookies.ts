import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookie } from '@/lib/accounts/auth-options';
import { sessionLimits } from '@/lib/accounts/rules';

export const heldFormCookie = 'cecs.held';
export const signUpCookie = 'cecs.signup';

export async function setSessionCookie(token: string): Promise<void> {
  const options = { ...sessionCookie.options(), maxAge: sessionLimits.fullHours * 3600 };
  (await cookies()).set(sessionCookie.name(), token, options);
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie.name(), '', { ...sessionCookie.options(), maxAge: 0 });
}

export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie.name())?.value;
}

/** A short-lived token that stands for something this browser started: a sign-up, a form it could not finish. */
export async function setBrowserCookie(name: string, token: string, minutes: number): Promise<void> {
  (await cookies()).set(name, token, { ...sessionCookie.options(), maxAge: minutes * 60 });
}

export async function clearBrowserCookie(name: string): Promise<void> {
  const jar = await cookies();
  if (jar.has(name)) jar.set(name, '', { ...sessionCookie.options(), maxAge: 0 });
}
