'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { signInInput } from '@/lib/accounts/model';
import { addressLimits } from '@/lib/accounts/rules';
import { signIn } from '@/lib/accounts/sign-in';
import { defineAction } from '@/lib/web/define-action';
import { afterSignIn, continueInput } from '@/lib/web/after-sign-in';
import { setSessionCookie } from '@/lib/web/session-cookies';

export const loginAction = defineAction({
  // Signing in is how one stops being anyone.
  actor: 'anyone',
  input: z.intersection(signInInput, continueInput),
  keep: ['username', 'continueTo'],
  run: async (ctx, input) => {
    const opened = await signIn(ctx, input);
    return opened.ok ? { ok: true as const, value: { ...opened.value, continueTo: input.continueTo } } : opened;
  },
  messages: {
    wrong_username_or_password:
      'That username and password do not match. Check both, or use “Forgot username” or “Forgot password” below.',
    too_many_attempts: 'Too many tries. Wait 15 minutes, or use “Forgot password” below: its email lets you in at once.',
    temporary_password_spent:
      'This temporary password has expired or was used. Use “Forgot password” below: we send you a new temporary password.',
  },
  addressLimit: addressLimits.signIn,
  keepHeldForm: true,
  onOk: async ({ token, stage, continueTo }) => {
    await setSessionCookie(token);
    if (stage === 'set_password') redirect('/set-password');
    if (stage === 'totp') redirect('/login/code');
    redirect(await afterSignIn(continueTo));
  },
});
