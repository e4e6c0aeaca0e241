'use server';

import { redirect } from 'next/navigation';
import { requestCorrection } from '@/lib/identity/request-correction';
import { correctionInput, keptOfCorrection } from '@/lib/identity/request-model';
import { requestPages } from '@/lib/identity/rules';
import { defineAction } from '@/lib/web/define-action';

export const requestCorrectionAction = defineAction({
  actor: 'educator',
  input: correctionInput,
  keep: keptOfCorrection,
  run: requestCorrection,
  messages: {
    no_record: 'Your account is not linked to a record yet. Your home page says where that stands.',
    link_not_full: 'We first need to be sure that this record is yours. Your profile says how to get there.',
    already_open: 'We are looking at such a request already. Your profile shows it; you can send documents for it there.',
  },
  onOk: async ({ kind }) => redirect(`${requestPages[kind]}?opened=1`),
});
