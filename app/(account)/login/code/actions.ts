'use server';

import { redirect } from 'next/navigation';
import { confirmTotp } from '@/lib/accounts/confirm-totp';
import { totpInput } from '@/lib/accounts/model';
import { defineAction } from '@/lib/web/define-action';
import { setSessionCookie } from '@/lib/web/session-cookies';

export const confirmCodeAction = defineAction({
  actor: 'newcomer',
  input: totpInput,
  keep: [],
  run: confirmTotp,
  messages: {
    not_found: 'This sign-in has timed out. Log in again.',
    wrong_code: 'That code is not right, or was used before. Wait for the next one and type it.',
    too_many_attempts: 'Too many wrong codes. Wait 15 minutes and try again.',
  },
  fields: { wrong_code: 'code' },
  onOk: async ({ token }) => {
    await setSessionCookie(token);
    redirect('/staff/queue');
  },
});
