'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { submitApplication } from '@/lib/payments/submit-application';
import { defineAction } from '@/lib/web/define-action';

const ofApplication = z.object({ reference: z.string().check(z.maxLength(20)) });

export const submitAction = defineAction({
  actor: 'educator',
  input: ofApplication,
  keep: [],
  run: submitApplication,
  messages: {
    not_found: 'We cannot find this application.',
    already_submitted: 'This application is submitted already, perhaps in another tab. See “Check Status/Pay Now”.',
    unanswered: 'Something is not answered yet. Go back through the steps.',
    signature_differs: 'Your typed signature must hold your first and last name as on your record. Go back to “Affirm and sign”.',
    not_open: 'The rules of today do not allow this application any more, or not yet. Your answers are kept; your home page says what you can do.',
    no_fee_in_force: 'This can no longer be applied for.',
  },
  onOk: async ({ reference, status }) =>
    redirect(`/applications/${reference}${status === 'awaiting_payment' ? '/pay' : ''}?submitted=1`),
});

export const withdrawAction = defineAction({
  actor: 'educator',
  input: ofApplication,
  keep: [],
  run: withdrawApplication,
  messages: { not_found: 'This draft is gone or submitted already.' },
  onOk: async () => redirect('/home'),
});
