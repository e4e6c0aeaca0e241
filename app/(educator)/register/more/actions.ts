'use server';

import { redirect } from 'next/navigation';
import { answerRegistration } from '@/lib/identity/answer-registration';
import { answerInput } from '@/lib/identity/model';
import { defineAction } from '@/lib/web/define-action';

export const answerAction = defineAction({
  actor: 'educator',
  input: answerInput,
  keep: ['everHeld', 'previousFirstName', 'previousLastName', 'ein', 'certificateNumber'],
  run: answerRegistration,
  messages: { not_asked: 'This has been answered already. Go to your home page.' },
  evenMillis: 600,
  onOk: async () => redirect('/acknowledge'),
});
