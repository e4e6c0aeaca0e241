'use server';

import { redirect } from 'next/navigation';
import { changePassword } from '@/lib/accounts/change-password';
import { changePasswordInput } from '@/lib/accounts/model';
import { defineAction } from '@/lib/web/define-action';
import { passwordFields, passwordSentences } from '@/lib/web/password-sentences';
import { setSessionCookie } from '@/lib/web/session-cookies';

export const changePasswordAction = defineAction({
  actor: 'educator',
  input: changePasswordInput,
  keep: [],
  run: changePassword,
  messages: {
    ...passwordSentences,
    not_found: 'Your password was changed a moment ago in another window. Reload this page.',
    current_password_wrong: 'This is not your present password.',
    too_many_attempts: 'Too many tries. Wait 15 minutes, or use “Forgot password” on the login page.',
  },
  fields: { ...passwordFields, current_password_wrong: 'currentPassword' },
  onOk: async ({ token }) => {
    await setSessionCookie(token);
    redirect('/profile?changed=password');
  },
});
