'use server';

import { redirect } from 'next/navigation';
import { moveRefusals } from '@/app/staff/identity/move-wording';
import { caseRefusals, notAllowed } from '@/app/staff/identity/wording';
import { accountMoveInput } from '@/lib/staff/account-move-model';
import { proposeAccountMove } from '@/lib/staff/propose-account-move';
import { defineAction } from '@/lib/web/define-action';

export const moveAccountAction = defineAction({
  actor: 'staff',
  input: accountMoveInput,
  keep: ['account', 'newEmail', 'reason'],
  run: proposeAccountMove,
  messages: {
    ...caseRefusals,
    not_allowed: notAllowed,
    other_kind: 'This case is about something else: nobody asked to move an account.',
    unknown_account: 'No educator’s account has this username, EIN or email address. Check it.',
    same_address: 'The account uses this address already.',
    address_taken: moveRefusals.address_taken,
    proposal_waiting: 'A proposal to move this account waits for its second person already. It has to be approved or withdrawn first.',
  },
  fields: { unknown_account: 'account', same_address: 'newEmail', address_taken: 'newEmail' },
  onOk: async () => redirect('/staff/identity/proposals?done=proposed'),
});
