'use server';

import { redirect } from 'next/navigation';
import { withoutSsn } from '@/app/staff/identity/without-ssn';
import { mergeRefusals, notAllowed, ownRecord, proposalWaiting } from '@/app/staff/identity/wording';
import { compareInput, mergeInput } from '@/lib/staff/identity-model';
import { findTwoByEin } from '@/lib/staff/merge-queries';
import { mergeFields } from '@/lib/staff/merge-rules';
import { proposeMerge } from '@/lib/staff/propose-merge';
import { defineAction } from '@/lib/web/define-action';

const unknown = 'No record has this EIN. Check it.';

export const compareAction = defineAction({
  actor: 'staff',
  input: compareInput,
  keep: (typed) => withoutSsn(typed, ['stays', 'goes']),
  run: findTwoByEin,
  messages: { not_allowed: notAllowed, unknown_stays: unknown, unknown_goes: unknown },
  fields: { unknown_stays: 'stays', unknown_goes: 'goes' },
  onOk: async ({ stays, goes, caseReference }) =>
    redirect(`/staff/identity/merge?${new URLSearchParams({ ...(caseReference && { case: caseReference }), stays, goes })}`),
});

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
