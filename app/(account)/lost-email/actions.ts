'use server';

import { redirect } from 'next/navigation';
import { lostEmailInput } from '@/lib/identity/model';
import { reportLostEmail } from '@/lib/identity/report-lost-email';
import { formatDay } from '@/lib/shared/days';
import { defineAction } from '@/lib/web/define-action';

export const lostEmailAction = defineAction({
  // Without the mailbox they cannot sign in.
  actor: 'anyone',
  input: lostEmailInput,
  keep: ['firstName', 'lastName', 'username', 'oldEmail', 'newEmail', 'phone', 'message'],
  run: reportLostEmail,
  messages: { too_many_attempts: 'You have asked several times today. A person at the Bureau is looking at it.' },
  onOk: async ({ reference, promisedBy }) =>
    redirect(`/lost-email?case=${reference}&by=${encodeURIComponent(formatDay(promisedBy))}`),
});
