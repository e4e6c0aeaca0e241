import { randomUUID } from 'node:crypto';
import { confirmTotp } from '@/lib/accounts/confirm-totp';
import { inviteFirstStaff } from '@/lib/accounts/invite-first-staff';
import { setPassword } from '@/lib/accounts/set-password';
import { saveStep } from '@/lib/applications/save-step';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { importRegistry } from '@/lib/certificates/import-registry';
import { undoImport } from '@/lib/certificates/undo-import';
import { rekeyRecords } from '@/lib/identity/rekey-records';
import { awaitPayment } from '@/lib/payments/await-payment';
import { makeSlip } from '@/lib/payments/make-slip';
import { openCheckout } from '@/lib/payments/open-checkout';
import { openCheckoutPage } from '@/lib/payments/open-checkout-page';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { submitApplication } from '@/lib/payments/submit-application';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { mailLetter } from '@/lib/staff/mail-letter';
import { openApplication } from '@/lib/staff/open-application';
import { openCase } from '@/lib/staff/open-case';
import { openDocument } from '@/lib/staff/open-document';
import { openLetter } from '@/lib/staff/open-letter';
import { proposeAccountMove } from '@/lib/staff/propose-account-move';
import { moneyOrder } from '@/tests/integration/staff/filed';
import { goodAnswers } from '@/tests/support/applications';
import { goodPassword, outcome } from '@/tests/support/accounts';
import { papers } from './papers';
import { staffApplications } from './staff-applications';
import { staffIdentity } from './staff-identity';
import { staffRules } from './staff-rules';
import type { Subject, Who } from './world';

/** The kinds of actor that the command's first parameter lets through; none named means all. */
type Takes = 'anyone' | 'newcomer' | 'educator' | 'staff' | 'worker';

/** For everyone who comes by: what is asked stands in the input, and a token, code or signature in it decides. */
export type Open = { readonly rule: 'open'; readonly takes: readonly Takes[]; readonly by: string };
/** Touches only what belongs to the account or sign-in that asks. */
export type Own = { readonly rule: 'own'; readonly takes: readonly Takes[] };
/** Called by the worker's own jobs. */
export type Inside = { readonly rule: 'inside'; readonly takes: readonly ['worker'] };
/** About something of somebody's: who may, and what everybody else is answered. */
export type Guarded = {
  readonly rule: 'guarded';
  readonly takes: readonly Takes[];
  readonly may: readonly Who[];
  readonly refusal: string;
  readonly about: Subject['kind'];
  /** The actor is cast on purpose: what the compiler keeps out is asked as well. */
  readonly ask: (ctx: Ctx, subject: Subject) => Promise<unknown>;
};

const owners = { rule: 'guarded', takes: ['educator'], may: ['owner'], refusal: 'not_found' } as const;
const staff = { rule: 'guarded', takes: ['staff'], refusal: 'not_allowed' } as const;
const inside = { rule: 'inside', takes: ['worker'] } as const;
const everybody = { rule: 'open', takes: [] } as const;
const signedIn = { rule: 'own', takes: ['educator', 'staff'] } as const;
const educators = { rule: 'own', takes: ['educator'] } as const;
const reviewers = ['reviewer', 'supervisor', 'administrator'] as const;

const asOwner = (ctx: Ctx) => ctx as Ctx<Educator>;
const asStaff = (ctx: Ctx) => ctx as Ctx<Staff>;

/** Every command, and who may. */
export const table: Readonly<Record<string, Open | Own | Inside | Guarded>> = {
  'accounts/accept-invitation': { ...everybody, by: 'the code of an invitation' },
  'accounts/acknowledge': educators,
  'accounts/add-recovery-address': educators,
  'accounts/change-password': signedIn,
  'accounts/choose-reminders': educators,
  'accounts/confirm-email-change': signedIn,
  'accounts/confirm-recovery-address': educators,
  'accounts/confirm-totp': {
    ...{ rule: 'guarded', takes: [], refusal: 'not_found', about: 'draft' },
    // Only a staff sign-in that waits for its code: second-factor.test.ts.
    may: [],
    ask: async (ctx) => outcome(await confirmTotp(ctx, { code: '123456' })),
  },
  'accounts/correct-address': { ...everybody, by: 'the token of a sign-up' },
  'accounts/count-by-address': { ...everybody, by: 'nothing: it counts' },
  'accounts/create-account': { ...everybody, by: 'nothing: that is how one begins' },
  'accounts/forgot-password': { ...everybody, by: 'whoever reads the mailbox' },
  'accounts/forgot-username': { ...everybody, by: 'whoever reads the mailbox' },
  'accounts/invite-first-staff': {
    ...{ rule: 'guarded', takes: [], may: ['worker'], refusal: 'not_allowed', about: 'draft' },
    ask: async (ctx) => outcome(await inviteFirstStaff(ctx, { email: 'first@example.test' })),
  },
  'accounts/remove-recovery-address': educators,
  'accounts/request-email-change': signedIn,
  'accounts/resend-credentials': { ...everybody, by: 'the token of a sign-up' },
  'accounts/set-password': {
    ...{ rule: 'guarded', takes: [], may: ['newcomer'], refusal: 'not_found', about: 'draft' },
    ask: async (ctx) => outcome(await setPassword(ctx, { temporaryPassword: 'X', newPassword: goodPassword })),
  },
  'accounts/sign-in': { ...everybody, by: 'a password' },
  'accounts/sign-out': { rule: 'own', takes: ['educator', 'staff', 'newcomer'] },
  'accounts/sign-out-everywhere': signedIn,
  'accounts/start-recovery': { ...everybody, by: 'the code sent to the second address, with the new address' },
  'identity/answer-registration': educators,
  'identity/change-last-name': educators,
  'identity/confirm-link': educators,
  'identity/disavow-link': { ...everybody, by: 'the code sent to the address on file' },
  'identity/finish-recovery': { ...everybody, by: 'the code sent to the new address' },
  'identity/object-to-move': { ...everybody, by: 'the code sent to the address that was left' },
  'identity/offer-document': educators,
  'identity/register': educators,
  'identity/rekey-records': {
    ...{ rule: 'guarded', takes: [], may: ['worker'], refusal: 'not_allowed', about: 'draft' },
    ask: async (ctx) => outcome(await rekeyRecords(ctx)),
  },
  'identity/report-lost-email': { ...everybody, by: 'nothing: a person of the Bureau decides' },
  'identity/request-correction': educators,
  'identity/save-contact': educators,
  'identity/send-confirmation': educators,
  'certificates/import-registry': {
    ...{ rule: 'guarded', takes: [], may: ['worker'], refusal: 'not_allowed', about: 'draft' },
    ask: async (ctx) => outcome(await importRegistry(ctx, { name: 'none.csv', lines: noLines() }, () => {})),
  },
  'certificates/report-certificate-problem': educators,
  'certificates/undo-import': {
    ...{ rule: 'guarded', takes: [], may: ['worker'], refusal: 'not_allowed', about: 'draft' },
    ask: async (ctx) => outcome(await undoImport(ctx, { importId: '00000000-0000-4000-8000-000000000000' })),
  },
  'documents/receive-document': educators,
  'applications/save-step': {
    ...{ ...owners, about: 'draft' },
    ask: async (ctx, { reference }) => outcome(await saveStep(asOwner(ctx), { reference, step: 'personal', answers: goodAnswers.personal })),
  },
  'applications/start-application': educators,
  'applications/withdraw-application': {
    ...{ ...owners, about: 'draft' },
    ask: async (ctx, { reference }) => outcome(await withdrawApplication(asOwner(ctx), { reference })),
  },
  'payments/await-payment': {
    ...{ ...owners, about: 'unpaid' },
    ask: async (ctx, { reference }) => (await awaitPayment(asOwner(ctx), reference)) ?? 'not_found',
  },
  'payments/expire-checkout': inside,
  'payments/make-slip': {
    ...{ ...owners, about: 'unpaid' },
    ask: async (ctx, { reference }) => outcome(await makeSlip(asOwner(ctx), { reference, covers: 'due_now' })),
  },
  'payments/open-checkout': {
    ...{ ...owners, about: 'unpaid' },
    ask: async (ctx, { reference }) => outcome(await openCheckout(asOwner(ctx), { reference, covers: 'due_now' })),
  },
  'payments/open-checkout-page': {
    ...{ ...owners, takes: ['educator', 'worker'], may: ['owner', 'worker'], about: 'being_paid' },
    ask: async (ctx, { attemptId }) => outcome(await openCheckoutPage(asOwner(ctx), attemptId)),
  },
  'payments/receive-event': { ...everybody, by: 'the signature of the card processor' },
  'payments/reconcile': inside,
  'payments/record-cancel': inside,
  'payments/record-capture': inside,
  'payments/record-instrument': {
    ...{ ...staff, may: ['cashier', 'supervisor', 'administrator'], about: 'slip' },
    ask: async (ctx, { reference }) => outcome(await recordInstrument(asStaff(ctx), moneyOrder(reference, 375))),
  },
  'payments/settle-attempt': inside,
  'payments/submit-application': {
    ...{ ...owners, about: 'draft' },
    ask: async (ctx, { reference }) => outcome(await submitApplication(asOwner(ctx), { reference })),
  },
  'staff/mail-letter': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx) => outcome(await mailLetter(asStaff(ctx), { id: randomUUID() })),
  },
  ...{ ...staffApplications, ...staffIdentity, ...staffRules, ...papers },
  'staff/open-application': {
    ...{ ...staff, may: [...reviewers, 'auditor'], about: 'queued' },
    ask: async (ctx, { reference }) => outcome(await openApplication(asStaff(ctx), { reference, openedFor: 'call' })),
  },
  'staff/open-case': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await openCase(asStaff(ctx), { reference })),
  },
  'staff/open-document': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) => outcome(await openDocument(asStaff(ctx), { reference })),
  },
  'staff/open-letter': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx) => outcome(await openLetter(asStaff(ctx), { id: randomUUID() })),
  },
  'staff/propose-account-move': {
    ...{ ...staff, may: reviewers, about: 'case' },
    ask: async (ctx, { reference }) =>
      outcome(await proposeAccountMove(asStaff(ctx), { reference, account: 'CTAAAABBBB', newEmail: 'new@example.test', reason: 'Why' })),
  },
};

async function* noLines(): AsyncGenerator<never> {}
