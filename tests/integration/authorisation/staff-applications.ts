import { randomUUID } from 'node:crypto';
import type { Ctx, Staff } from '@/lib/shared/context';
import { day } from '@/lib/shared/days';
import { askForPaper } from '@/lib/staff/ask-for-paper';
import { decideApplication } from '@/lib/staff/decide-application';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { receivePaper } from '@/lib/staff/receive-paper';
import { reviewApplication } from '@/lib/staff/review-application';
import { outcome } from '@/tests/support/accounts';
import type { Guarded, Inside } from './table';

const staff = { rule: 'guarded', takes: ['staff'], refusal: 'not_allowed' } as const;
const inside = { rule: 'inside', takes: ['worker'] } as const;
const reviewers = ['reviewer', 'supervisor', 'administrator'] as const;
const asStaff = (ctx: Ctx) => ctx as Ctx<Staff>;

/** What the desk does with an application. */
export const staffApplications: Readonly<Record<string, Guarded | Inside>> = {
  'applications/record-background-sweep': inside,
  'applications/stage-reminders': inside,
  'staff/charge-published-amounts': inside,
  'staff/decide-by-rule': inside,
  'staff/ask-for-paper': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await askForPaper(asStaff(ctx), { reference, paper: 'transcripts', about: randomUUID() })),
  },
  'staff/judge-requirement': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await judgeRequirement(asStaff(ctx), { reference, requirement: randomUUID(), verdict: 'accepted' })),
  },
  'staff/receive-paper': {
    ...{ ...staff, may: [...reviewers, 'cashier'], about: 'queued' },
    ask: async (ctx, { reference }) =>
      outcome(await receivePaper(asStaff(ctx), { reference, requirement: randomUUID(), receivedOn: day('2026-11-24'), how: 'mail' })),
  },
  'staff/review-application': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await reviewApplication(asStaff(ctx), { reference })),
  },
  'staff/decide-application': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await decideApplication(asStaff(ctx), { reference, outcome: 'approved' })),
  },
  'staff/issue-certificate': {
    ...{ ...staff, may: reviewers, about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await issueCertificate(asStaff(ctx), { reference })),
  },
};
