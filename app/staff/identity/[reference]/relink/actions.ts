'use server';

import { redirect } from 'next/navigation';
import { withoutSsn } from '@/app/staff/identity/without-ssn';
import { caseRefusals, notAllowed, proposalWaiting } from '@/app/staff/identity/wording';
import { relinkInput } from '@/lib/staff/identity-model';
import { proposeRelink } from '@/lib/staff/propose-relink';
import { defineAction } from '@/lib/web/define-action';

export const relinkAction = defineAction({
  actor: 'staff',
  input: relinkInput,
  keep: (typed) => [...withoutSsn(typed, ['ein']), 'reason'],
  run: proposeRelink,
  messages: {
    ...caseRefusals,
    ...{ not_allowed: notAllowed, proposal_waiting: proposalWaiting },
    no_account: 'There is no account in this case to link.',
    unknown_ein: 'No record has this EIN. Check it.',
    merged_already: 'This record has become part of another. Use the EIN of that one.',
    same_record: 'Their account is linked to this record already.',
    nothing_to_relink: 'Nobody holds this record, and the account has none: link them in the case, in one step.',
  },
  fields: { unknown_ein: 'ein', merged_already: 'ein', same_record: 'ein', nothing_to_relink: 'ein' },
  onOk: async () => redirect('/staff/identity/proposals?done=proposed'),
});
