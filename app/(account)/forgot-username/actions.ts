'use server';

import { redirect } from 'next/navigation';
import { forgotUsername } from '@/lib/accounts/forgot-username';
import { oneEmailInput } from '@/lib/accounts/model';
import { addressLimits } from '@/lib/accounts/rules';
import { defineAction } from '@/lib/web/define-action';

export const forgotUsernameAction = defineAction({
  // Somebody who forgot it cannot be signed in.
  actor: 'anyone',
  input: oneEmailInput,
  keep: ['email'],
  run: forgotUsername,
  messages: {},
  addressLimit: addressLimits.forgot,
  evenMillis: 250,
  onOk: async () => redirect('/forgot-username?sent=1'),
});
