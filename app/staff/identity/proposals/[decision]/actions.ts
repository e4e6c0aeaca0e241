'use server';

import { notAllowed, ownRecord, revealRefusals } from '@/app/staff/identity/wording';
import { revealProposalInput } from '@/lib/staff/identity-model';
import { revealProposal } from '@/lib/staff/reveal-proposal';
import { defineAction } from '@/lib/web/define-action';
import { showOnce } from '@/lib/web/shown-once';

export const revealProposalAction = defineAction({
  actor: 'staff',
  input: revealProposalInput,
  keep: ['revealReason', 'otherReason'],
  run: revealProposal,
  messages: {
    ...{ not_allowed: notAllowed, own_record: ownRecord, not_found: 'We cannot find this proposal.' },
    settled_already: 'Somebody has approved or withdrawn this already.',
    own_proposal: 'You proposed this. Somebody else has to look at it and approve.',
    ...revealRefusals,
  },
  fields: { wrong_code: 'code' },
  onOk: async ({ proposed, present }) => {
    await showOnce(proposed, ...(present ? [present] : []));
    return undefined;
  },
});
