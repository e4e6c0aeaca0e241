import type { Ctx, Staff } from '@/lib/shared/context';
import { secret } from '@/lib/shared/secret';
import { addCandidate } from '@/lib/staff/add-candidate';
import { answerInWords } from '@/lib/staff/answer-in-words';
import { answerWithNew } from '@/lib/staff/answer-with-new';
import { approveProposal } from '@/lib/staff/approve-proposal';
import { askForDocument } from '@/lib/staff/ask-for-document';
import { confirmCase } from '@/lib/staff/confirm-case';
import { correctName } from '@/lib/staff/correct-name';
import { linkCase } from '@/lib/staff/link-case';
import { openMerge } from '@/lib/staff/open-merge';
import { proposeCorrection } from '@/lib/staff/propose-correction';
import { proposeMerge } from '@/lib/staff/propose-merge';
import { proposeRelink } from '@/lib/staff/propose-relink';
import { revealSsn } from '@/lib/staff/reveal-ssn';
import { undoDecision } from '@/lib/staff/undo-decision';
import { withdrawProposal } from '@/lib/staff/withdraw-proposal';
import { outcome } from '@/tests/support/accounts';
import type { Guarded } from './table';

const staff = { rule: 'guarded', takes: ['staff'], refusal: 'not_allowed' } as const;
const reviewers = ['reviewer', 'supervisor', 'administrator'] as const;
const approvers = ['supervisor', 'administrator'] as const;
const asStaff = (ctx: Ctx) => ctx as Ctx<Staff>;

const nothing = { id: '00000000-0000-0000-0000-000000000000' };
const noNames = { firstName: 'Pat', middleName: null, lastName: 'Tester', suffix: null };
const allStay = {
  ...({ firstName: 'stays', middleName: 'stays', lastName: 'stays', suffix: 'stays', birthDate: 'stays' } as const),
  ...({ ssn: 'stays', email: 'stays', phone: 'stays', address: 'stays' } as const),
};

/** What staff decide about who somebody is. */
export const staffIdentity: Readonly<Record<string, Guarded>> = {
  'staff/add-candidate': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await addCandidate(asStaff(ctx), { reference, ein: '1' })),
  },
  'staff/answer-with-new': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await answerWithNew(asStaff(ctx), { reference, reason: 'Asked' })),
  },
  'staff/approve-proposal': {
    ...{ ...staff, may: approvers, about: 'case' },
    ask: async (ctx) => outcome(await approveProposal(asStaff(ctx), nothing)),
  },
  'staff/ask-for-document': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await askForDocument(asStaff(ctx), { reference, askedFor: 'A passport' })),
  },
  'staff/confirm-case': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await confirmCase(asStaff(ctx), { reference, reason: 'Asked' })),
  },
  'staff/correct-name': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await correctName(asStaff(ctx), { reference, ein: '1', names: noNames, reason: 'Asked' })),
  },
  'staff/link-case': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await linkCase(asStaff(ctx), { reference, ein: '1', reason: 'Asked' })),
  },
  'staff/open-merge': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx) => outcome(await openMerge(asStaff(ctx), { stays: '1', goes: '2' })),
  },
  'staff/propose-correction': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await proposeCorrection(asStaff(ctx), { reference, ein: '1', ssn: secret('531846207'), reason: 'Asked' })),
  },
  'staff/propose-merge': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx) => outcome(await proposeMerge(asStaff(ctx), { stays: '1', goes: '2', choices: allStay, reason: 'Asked' })),
  },
  'staff/propose-relink': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await proposeRelink(asStaff(ctx), { reference, ein: '1', reason: 'Asked' })),
  },
  'staff/answer-in-words': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await answerInWords(asStaff(ctx), { reference, outcome: 'reject', words: 'Asked' })),
  },
  'staff/reveal-ssn': {
    ...{ ...staff, may: approvers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await revealSsn(asStaff(ctx), { reference, ein: '1', code: '123456', revealReason: 'document' })),
  },
  'staff/undo-decision': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx) => outcome(await undoDecision(asStaff(ctx), nothing)),
  },
  'staff/withdraw-proposal': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx) => outcome(await withdrawProposal(asStaff(ctx), nothing)),
  },
};
