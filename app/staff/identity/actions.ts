'use server';

import { redirect } from 'next/navigation';
import { ok } from '@/lib/shared/result';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { decisionInput } from '@/lib/staff/identity-model';
import { undoDecision } from '@/lib/staff/undo-decision';
import { withdrawProposal } from '@/lib/staff/withdraw-proposal';
import { defineAction } from '@/lib/web/define-action';
import { moveRefusals } from './move-wording';
import { mergeRefusals, notAllowed, ownRecord, undoRefusals } from './wording';

const settled = 'Somebody has approved or withdrawn this already. Reload the page.';
const notFound = 'We cannot find this decision.';

export const approveAction = defineAction({
  actor: 'staff',
  input: decisionInput,
  keep: [],
  run: approveProposal,
  messages: {
    ...{ not_allowed: notAllowed, not_found: notFound, own_record: ownRecord, settled_already: settled },
    own_proposal: 'You proposed this. Somebody else has to look at it and approve.',
    ...mergeRefusals,
    application_open: undoRefusals.application_open,
    nothing_to_relink: 'Nobody is linked here any more. Withdraw the proposal and link them in the case.',
    ssn_on_record: 'Another record has this Social Security number now. Look at that one first.',
    ...moveRefusals,
  },
  onOk: async () => redirect('/staff/identity/proposals?done=approved'),
});

export const withdrawAction = defineAction({
  actor: 'staff',
  input: decisionInput,
  keep: [],
  run: withdrawProposal,
  messages: { not_allowed: notAllowed, not_found: notFound, settled_already: settled },
  onOk: async () => redirect('/staff/identity/proposals?done=withdrawn'),
});

export const undoAction = defineAction({
  actor: 'staff',
  input: decisionInput,
  keep: [],
  run: async (ctx, { id }) => {
    const undone = await undoDecision(ctx, { id });
    return undone.ok ? ok({}) : undone;
  },
  messages: {
    ...{ not_allowed: notAllowed, not_found: notFound, own_record: ownRecord },
    ...undoRefusals,
    address_taken: moveRefusals.address_taken,
  },
  onOk: async () => redirect('/staff/identity?done=undone'),
});
