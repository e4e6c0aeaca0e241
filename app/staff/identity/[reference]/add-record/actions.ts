'use server';

import { redirect } from 'next/navigation';
import { caseRefusals, notAllowed } from '@/app/staff/identity/wording';
import { addCandidate } from '@/lib/staff/add-candidate';
import { addCandidateInput } from '@/lib/staff/identity-model';
import { defineAction } from '@/lib/web/define-action';

export const addCandidateAction = defineAction({
  actor: 'staff',
  input: addCandidateInput,
  keep: ['ein'],
  run: addCandidate,
  messages: {
    ...caseRefusals,
    not_allowed: notAllowed,
    no_account: 'There is no account in this case to link.',
    unknown_ein: 'No record has this EIN. Check it.',
    merged_already: 'This record has become part of another. Use the EIN of that one.',
    already_in_case: 'This record is in the case already.',
  },
  fields: { unknown_ein: 'ein', merged_already: 'ein', already_in_case: 'ein' },
  onOk: async ({ reference }) => redirect(`/staff/identity/${reference}?done=added`),
});
