'use server';

import { redirect } from 'next/navigation';
import { makeSlip } from '@/lib/payments/make-slip';
import { payInput } from '@/lib/payments/model';
import { openCheckout } from '@/lib/payments/open-checkout';
import { defineAction } from '@/lib/web/define-action';

export const payNowAction = defineAction({
  actor: 'educator',
  input: payInput,
  keep: [],
  run: openCheckout,
  messages: {
    not_found: 'We cannot find this application.',
    nothing_due: 'Nothing is due: this is paid already.',
    being_confirmed: 'We are confirming a card payment for this application. Do not pay again.',
    gateway_unavailable: 'The payment service does not answer just now. You were not charged. Try again in a few minutes, or pay later by mail.',
  },
  onOk: async ({ url }) => redirect(url),
});

export const payLaterAction = defineAction({
  actor: 'educator',
  input: payInput,
  keep: [],
  run: makeSlip,
  messages: {
    not_found: 'We cannot find this application.',
    nothing_due: 'Nothing is due: this is paid already.',
  },
  onOk: async ({ applicationReference }) => redirect(`/applications/${applicationReference}/slip`),
});
