'use server';

import { redirect } from 'next/navigation';
import { createAccount } from '@/lib/accounts/create-account';
import { createAccountInput } from '@/lib/accounts/model';
import { addressLimits } from '@/lib/accounts/rules';
import { defineAction } from '@/lib/web/define-action';
import { setBrowserCookie, signUpCookie } from '@/lib/web/session-cookies';

export const createAccountAction = defineAction({
  // Nobody has an account yet.
  actor: 'anyone',
  input: createAccountInput,
  keep: ['lastName', 'firstName', 'email', 'verifyEmail'],
  run: createAccount,
  messages: {},
  addressLimit: addressLimits.signUp,
  evenMillis: 250,
  onOk: async ({ token }) => {
    await setBrowserCookie(signUpCookie, token, 24 * 60);
    redirect('/create-account/sent');
  },
});
