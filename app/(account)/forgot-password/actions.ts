'use server';

import { redirect } from 'next/navigation';
import { forgotPassword } from '@/lib/accounts/forgot-password';
import { forgotPasswordInput } from '@/lib/accounts/model';
import { addressLimits } from '@/lib/accounts/rules';
import { defineAction } from '@/lib/web/define-action';

export const forgotPasswordAction = defineAction({
  // Somebody who forgot it cannot be signed in.
  actor: 'anyone',
  input: forgotPasswordInput,
  keep: ['username'],
  run: forgotPassword,
  messages: {},
  addressLimit: addressLimits.forgot,
  evenMillis: 250,
  onOk: async () => redirect('/forgot-password?sent=1'),
});
