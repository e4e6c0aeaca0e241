'use server';

import { redirect } from 'next/navigation';
import { confirmEmailChange } from '@/lib/accounts/confirm-email-change';
import { oneEmailInput } from '@/lib/accounts/model';
import { requestEmailChange } from '@/lib/accounts/request-email-change';
import { defineAction } from '@/lib/web/define-action';
import { codeInput } from './code-input';

export const requestEmailChangeAction = defineAction({
  actor: 'educator',
  input: oneEmailInput,
  keep: ['email'],
  run: requestEmailChange,
  messages: {
    not_found: 'Your sign-in has ended. Log in again.',
    same_address: 'This is your email address already.',
    too_many_attempts: 'You have asked for several changes today. Try again tomorrow, or call 860-713-6969.',
  },
  fields: { same_address: 'email' },
  onOk: async () => redirect('/profile/email'),
});

export const confirmEmailChangeAction = defineAction({
  actor: 'educator',
  input: codeInput,
  keep: [],
  run: confirmEmailChange,
  messages: {
    not_found: 'This change has timed out. Ask for it again.',
    wrong_code: 'This is neither of the two codes we sent last. Copy it from the email and paste it here.',
    address_taken: 'The change could not be made: this address belongs to another account by now. Use another address.',
  },
  fields: { wrong_code: 'code' },
  onOk: async ({ isDone }) => redirect(isDone ? '/profile?changed=email' : '/profile/email'),
});
