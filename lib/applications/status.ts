import { assertNever } from '@/lib/shared/result';
import type { ActsNext, ApplicationFacts, ApplicationStatus } from './model';

/** The one place a status comes from. Ends first, then money, then the review. */
export function statusOf(facts: ApplicationFacts): ApplicationStatus {
  if (facts.withdrawnAt) return 'withdrawn';
  if (facts.isIssued) return 'issued';
  if (facts.decision === 'denied') return 'denied';
  if (!facts.submittedAt) return 'draft';
  if (facts.isConfirming) return 'confirming_payment';
  if (facts.decision === 'approved') return facts.owedNow > 0 ? 'approved_balance_due' : 'approved';
  if (facts.owedNow > 0) return 'awaiting_payment';
  if (!facts.isReviewed) return 'waiting_first_review';
  return facts.papersOwed > 0 && facts.papersArrived === 0 ? 'missing_credentials' : 'waiting_review';
}

/** The agency's words where it has them. */
export const statusNames: Readonly<Record<ApplicationStatus, string>> = {
  draft: 'Draft',
  awaiting_payment: 'Waiting for your payment',
  confirming_payment: 'Confirming your payment',
  waiting_first_review: 'Submitted: Waiting First Review',
  missing_credentials: 'Reviewed: Missing Credentials',
  waiting_review: 'Waiting Review',
  approved_balance_due: 'Approved: balance due',
  approved: 'Approved: being issued',
  issued: 'Issued',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
};

export function actsNext(status: ApplicationStatus): ActsNext {
  switch (status) {
    case 'draft':
    case 'awaiting_payment':
    case 'missing_credentials':
    case 'approved_balance_due':
      return 'you';
    case 'confirming_payment':
    case 'waiting_first_review':
    case 'waiting_review':
    case 'approved':
      return 'bureau';
    case 'issued':
    case 'denied':
    case 'withdrawn':
      return 'nobody';
    default:
      return assertNever(status);
  }
}

/** What the educator has to do, or what is going on without them. */
export const whatNext: Readonly<Record<ApplicationStatus, string>> = {
  draft: 'Finish your application and submit it. What you have answered is saved.',
  awaiting_payment: 'Pay online, or mail your payment with the slip. Your application joins the queue when the payment arrives.',
  confirming_payment: 'We are confirming your card payment. Do not pay again.',
  waiting_first_review: 'Your application is in the queue. A certification consultant reviews applications in the order they arrive. There is nothing for you to do.',
  missing_credentials: 'We need something more from you. See the list below.',
  waiting_review: 'What you sent has arrived and waits for a consultant. There is nothing for you to do.',
  approved_balance_due: 'Your application is approved. Pay the balance, and your certificate is issued.',
  approved: 'Your application is approved and your certificate is being issued. There is nothing for you to do.',
  issued: 'Your certificate is issued. You can print or save it free of charge.',
  denied: 'Your application was denied. The reason, and how to ask for a review, are below.',
  withdrawn: 'You withdrew this application. You can start another at any time.',
};
