'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { confirmLink } from '@/lib/identity/confirm-link';
import { sentCodeInput, wayInput } from '@/lib/identity/model';
import { offerDocument } from '@/lib/identity/offer-document';
import { sendConfirmation } from '@/lib/identity/send-confirmation';
import { defineAction } from '@/lib/web/define-action';

const again = async () => redirect('/confirm');

export const sendConfirmationAction = defineAction({
  actor: 'educator',
  input: wayInput,
  keep: [],
  run: sendConfirmation,
  messages: {
    nothing_to_confirm: 'There is nothing left to confirm. Go to your home page.',
    way_not_open: 'This way is not open any more. Reload the page and choose another.',
    letter_on_its_way: 'A letter is on its way already.',
    too_many_attempts: 'You have asked for several codes today. Try again tomorrow, or choose another way.',
  },
  onOk: again,
});

export const confirmLinkAction = defineAction({
  actor: 'educator',
  input: sentCodeInput,
  keep: [],
  run: confirmLink,
  messages: {
    code_unknown: 'This code is not right, or it has run out. Copy it from the newest message, or ask for another.',
    too_many_attempts: 'Too many tries today. Try again tomorrow, or choose another way.',
  },
  fields: { code_unknown: 'code' },
  onOk: async () => redirect('/home'),
});

export const offerDocumentAction = defineAction({
  actor: 'educator',
  input: z.object({}),
  keep: [],
  run: offerDocument,
  messages: { nothing_to_confirm: 'There is nothing left to confirm. Go to your home page.' },
  onOk: again,
});
