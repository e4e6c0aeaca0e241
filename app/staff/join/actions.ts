'use server';

import { redirect } from 'next/navigation';
import { acceptInvitation } from '@/lib/accounts/accept-invitation';
import { acceptInvitationInput } from '@/lib/accounts/model';
import { defineAction } from '@/lib/web/define-action';
import { passwordFields, passwordSentences } from '@/lib/web/password-sentences';
import { setSessionCookie } from '@/lib/web/session-cookies';

export const joinAction = defineAction({
  // The code of the invitation is all they have yet.
  actor: 'anyone',
  input: acceptInvitationInput,
  keep: ['firstName', 'lastName'],
  run: acceptInvitation,
  messages: {
    ...passwordSentences,
    invitation_spent: 'This code is not right, was used already, or is older than 72 hours. Ask for a new invitation.',
    address_taken: 'The address that was invited has an account already. Ask to be invited at another one.',
  },
  fields: { ...passwordFields, invitation_spent: 'code' },
  onOk: async ({ token }) => {
    await setSessionCookie(token);
    redirect('/login/code');
  },
});
