'use server';

import { redirect } from 'next/navigation';
import { startRecovery } from '@/lib/accounts/start-recovery';
import { addressedCodeInput } from '@/lib/identity/model';
import { defineAction } from '@/lib/web/define-action';

export const startRecoveryAction = defineAction({
  // Whoever reads the second address: without the first they cannot sign in.
  actor: 'anyone',
  input: addressedCodeInput,
  keep: ['email'],
  run: startRecovery,
  messages: {
    code_unknown: 'This code is not right for this address, or it has run out. Copy it from the newest message, and type the new address you asked for.',
  },
  fields: { code_unknown: 'code' },
  onOk: async () => redirect('/lost-email/new-address'),
});
