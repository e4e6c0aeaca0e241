import { randomUUID } from 'node:crypto';
import type { Ctx, Staff } from '@/lib/shared/context';
import { addYears, dayInConnecticut } from '@/lib/shared/days';
import { approveRuleChange } from '@/lib/staff/approve-rule-change';
import { draftRuleChange } from '@/lib/staff/draft-rule-change';
import type { RuleChangeDraft } from '@/lib/staff/rule-change-model';
import { withdrawRuleChange } from '@/lib/staff/withdraw-rule-change';
import { outcome } from '@/tests/support/accounts';
import type { Guarded } from './table';

const desk = { rule: 'guarded', takes: ['staff'], refusal: 'not_allowed', may: ['supervisor', 'administrator'], about: 'draft' } as const;
const asStaff = (ctx: Ctx) => ctx as Ctx<Staff>;

const dearerCopy: RuleChangeDraft = {
  ...{ what: 'fee', key: 'DUPLICATE', values: { totalCents: 6000, reviewCents: 0 } },
  ...{ fromDay: addYears(dayInConnecticut(new Date()), 1), source: 'Asked', note: null },
};

/** The commands that change the rulebook, and who may. */
export const staffRules: Readonly<Record<string, Guarded>> = {
  'staff/draft-rule-change': {
    ...desk,
    ask: async (ctx) => outcome(await draftRuleChange(asStaff(ctx), dearerCopy)),
  },
  'staff/approve-rule-change': {
    ...desk,
    ask: async (ctx) => outcome(await approveRuleChange(asStaff(ctx), { id: randomUUID() })),
  },
  'staff/withdraw-rule-change': {
    ...desk,
    ask: async (ctx) => outcome(await withdrawRuleChange(asStaff(ctx), { id: randomUUID() })),
  },
};
