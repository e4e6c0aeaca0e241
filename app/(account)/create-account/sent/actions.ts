'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { correctAddress } from '@/lib/accounts/correct-address';
import { correctAddressInput } from '@/lib/accounts/model';
import { resendCredentials } from '@/lib/accounts/resend-credentials';
import { defineAction } from '@/lib/web/define-action';
import { cookieValue } from '@/lib/web/request';
import { setBrowserCookie, signUpCookie } from '@/lib/web/session-cookies';

const gone = 'This sign-up has timed out. Create your account again.';

// Nobody is signed in yet: the sign-up cookie of this browser says whose messages they are.
export const resendAction = defineAction({
  actor: 'anyone',
  input: z.object({ which: z.enum(['username', 'temporary_password']) }),
  keep: [],
  run: async (ctx, { which }) => resendCredentials(ctx, { which, signUpToken: (await cookieValue(signUpCookie)) ?? '' }),
  messages: { not_found: gone, too_many_messages: 'We have sent several messages already. Look in your spam folder, or try again tomorrow.' },
  onOk: async () => redirect('/create-account/sent'),
});

// As above.
export const correctAddressAction = defineAction({
  actor: 'anyone',
  input: correctAddressInput,
  keep: ['email', 'verifyEmail'],
  run: async (ctx, { email }) => correctAddress(ctx, { email, signUpToken: (await cookieValue(signUpCookie)) ?? '' }),
  messages: { not_found: gone },
  onOk: async ({ token }) => {
    await setBrowserCookie(signUpCookie, token, 24 * 60);
    redirect('/create-account/sent');
  },
});
