'use server';

import { redirect } from 'next/navigation';
import { reportCertificateProblem } from '@/lib/certificates/report-certificate-problem';
import { certificateProblemInput } from '@/lib/identity/request-model';
import { requestPages } from '@/lib/identity/rules';
import { defineAction } from '@/lib/web/define-action';

export const certificateProblemAction = defineAction({
  actor: 'educator',
  input: certificateProblemInput,
  keep: ['certificate', 'about', 'message'],
  run: reportCertificateProblem,
  messages: {
    not_yours: 'Choose one of your certificates, or say that one is missing.',
    already_open: 'We are looking at such a request already. Your profile shows it; you can send documents for it there.',
  },
  fields: { not_yours: 'certificate' },
  onOk: async ({ kind }) => redirect(`${requestPages[kind]}?opened=1`),
});
