'use server';

import { redirect } from 'next/navigation';
import { mergeRefusals, notAllowed, ownRecord, proposalWaiting } from '@/app/staff/identity/wording';
import { mergeInput } from '@/lib/staff/identity-model';
import { mergeFields } from '@/lib/staff/merge-rules';
import { proposeMerge } from '@/lib/staff/propose-merge';
import { defineAction } from '@/lib/web/define-action';

export const mergeAction = defineAction({
  actor: 'staff',
  input: mergeInput,
  keep: ['reason', ...Object.keys(mergeFields)],
  run: proposeMerge,
  messages: {
    ...{ not_allowed: notAllowed, own_record: ownRecord, proposal_waiting: proposalWaiting },
    not_found: 'We cannot find one of the two records.',
    ...mergeRefusals,
  },
  fields: { ssn_would_be_lost: 'ssn' },
  onOk: async () => redirect('/staff/identity/proposals?done=proposed'),
});
