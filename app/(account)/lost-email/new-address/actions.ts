'use server';

import { redirect } from 'next/navigation';
import { finishRecovery } from '@/lib/identity/finish-recovery';
import { sentCodeInput } from '@/lib/identity/model';
import { defineAction } from '@/lib/web/define-action';

export const finishRecoveryAction = defineAction({
  // Whoever reads the second address and now the new one: they cannot sign in yet.
  actor: 'anyone',
  input: sentCodeInput,
  keep: [],
  run: finishRecovery,
  messages: {
    code_unknown: 'This code is not right, or it has run out. Copy it from the newest message to the new address.',
    address_taken: 'The account could not be moved: this address belongs to another account by now. Ask again with another address.',
  },
  fields: { code_unknown: 'code' },
  onOk: async () => redirect('/lost-email/new-address?done=1'),
});
