'use server';

import { redirect } from 'next/navigation';
import { caseRefusals, notAllowed } from '@/app/staff/identity/wording';
import { decideCaseInput } from '@/lib/staff/identity-model';
import { defineAction } from '@/lib/web/define-action';
import { decideCase } from './decide-case';

export const decideCaseAction = defineAction({
  actor: 'staff',
  input: decideCaseInput,
  keep: ['decision', 'note', 'letter'],
  run: decideCase,
  messages: {
    ...caseRefusals,
    not_allowed: notAllowed,
    no_account: 'Nobody waits in this case, so there is nobody to link.',
    already_linked: 'Their account is linked to a record by now. Reload the page to see which.',
    not_a_candidate: 'This record is none of the case any more. Reload the page.',
    needs_second_person: 'You brought this record into the case, and no number of it agrees. Propose the link below; somebody else approves.',
    record_claimed: 'Another account holds this record. To give it to this one, propose it below; somebody else approves.',
    nothing_typed: 'This case has no registration, so there is nothing to make a record of.',
    ssn_on_record: 'A record has this Social Security number already. Two people cannot have one number: link, ask, or correct that record.',
    other_kind: 'This case does not ask to confirm anybody.',
    not_linked: 'Their account is not linked to a record any more.',
    already_full: 'Their link is full already.',
    nobody_to_ask: 'There is no account and no address in this case to write to.',
  },
  fields: { record_claimed: 'decision', needs_second_person: 'decision', ssn_on_record: 'decision', not_a_candidate: 'decision' },
  onOk: async ({ reference, done }) => redirect(`/staff/identity/${reference}?done=${done}`),
});
