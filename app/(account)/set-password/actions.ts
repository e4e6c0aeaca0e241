'use server';

import { redirect } from 'next/navigation';
import { setPasswordInput } from '@/lib/accounts/model';
import { setPassword } from '@/lib/accounts/set-password';
import { afterSignIn } from '@/lib/web/after-sign-in';
import { defineAction } from '@/lib/web/define-action';
import { passwordFields, passwordSentences } from '@/lib/web/password-sentences';
import { setSessionCookie } from '@/lib/web/session-cookies';

export const setPasswordAction = defineAction({
  actor: 'newcomer',
  input: setPasswordInput,
  keep: [],
  run: setPassword,
  messages: {
    ...passwordSentences,
    not_found: 'This sign-in has timed out. Log in again with your temporary password.',
    temporary_password_wrong: 'This is not the temporary password from the email. Copy it and paste it here.',
    temporary_password_spent: 'This temporary password has expired. Ask for a new one below.',
  },
  fields: {
    ...passwordFields,
    temporary_password_wrong: 'temporaryPassword',
    temporary_password_spent: 'temporaryPassword',
  },
  keepHeldForm: true,
  onOk: async ({ token, stage }) => {
    await setSessionCookie(token);
    if (stage === 'totp') redirect('/login/code');
    redirect(await afterSignIn(undefined));
  },
});
