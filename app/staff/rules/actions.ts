'use server';

import { redirect } from 'next/navigation';
import { approveRuleChange } from '@/lib/staff/approve-rule-change';
import { draftRuleChange } from '@/lib/staff/draft-rule-change';
import { feeChangeInput, ruleChangeIdInput, settingChangeInput, validityChangeInput } from '@/lib/staff/rule-change-model';
import { withdrawRuleChange } from '@/lib/staff/withdraw-rule-change';
import { defineAction } from '@/lib/web/define-action';
import { notAllowed, refusals } from './wording';

const settled = 'Somebody has approved or withdrawn this already. Reload the page.';
const notFound = 'We cannot find this change.';
const drafting = {
  actor: 'staff',
  run: draftRuleChange,
  messages: { not_allowed: notAllowed, drafted_already: 'The same is drafted for that day already. Look at it on the page of rules.', ...refusals },
  fields: { unknown_key: 'key', same_values: 'key', drafted_already: 'fromDay', too_soon: 'fromDay', too_far: 'fromDay', above_hundred: 'value' },
  onOk: async ({ id }: { id: string }) => redirect(`/staff/rules/${id}?done=drafted`),
} as const;
const common = ['key', 'fromDay', 'source', 'note'];

export const draftFeeAction = defineAction({ ...drafting, input: feeChangeInput, keep: [...common, 'total', 'review'] });

export const draftSettingAction = defineAction({ ...drafting, input: settingChangeInput, keep: [...common, 'value'] });

export const draftValidityAction = defineAction({ ...drafting, input: validityChangeInput, keep: [...common, 'length', 'unit'] });

export const approveRuleChangeAction = defineAction({
  actor: 'staff',
  input: ruleChangeIdInput,
  keep: [],
  run: approveRuleChange,
  messages: {
    ...{ not_allowed: notAllowed, not_found: notFound, settled_already: settled, ...refusals },
    own_draft: 'You drafted this. Somebody else has to look at it and approve.',
    too_soon: 'Its day has come before anybody approved it. Withdraw it, and draft it for a later day.',
  },
  onOk: async () => redirect('/staff/rules?done=published'),
});

export const withdrawRuleChangeAction = defineAction({
  actor: 'staff',
  input: ruleChangeIdInput,
  keep: [],
  run: withdrawRuleChange,
  messages: {
    ...{ not_allowed: notAllowed, not_found: notFound, settled_already: settled },
    own_draft: 'It is published. Somebody else than its drafter takes it back.',
    in_force_already: 'It is in force. Draft another change that follows it.',
  },
  onOk: async () => redirect('/staff/rules?done=withdrawn'),
});
