import type { Cents } from '@/lib/shared/money';
import type { Day } from '@/lib/shared/days';

/** Ours around the agency's own three (domain.md §6.4). Never set: always computed by status.ts. */
export const applicationStatuses = [
  'draft',
  'awaiting_payment',
  'confirming_payment',
  'waiting_first_review',
  'missing_credentials',
  'waiting_review',
  'approved_balance_due',
  'approved',
  'issued',
  'denied',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What a status is computed from. Money comes as sums: this domain does not know how it is paid. */
export type ApplicationFacts = {
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly owedNow: Cents;
  /** A card payment is held and being confirmed. */
  readonly isConfirming: boolean;
  readonly decision: 'approved' | 'denied' | null;
  readonly isIssued: boolean;
  /** A reviewer has said what is missing. */
  readonly isReviewed: boolean;
  /** Items that somebody outside the Bureau owes. */
  readonly papersOwed: number;
  /** Items that arrived since the last look. */
  readonly papersArrived: number;
};

export type ActsNext = 'you' | 'bureau' | 'nobody';

/** One thing an application is about, as its row holds it. */
export type ApplicationRecord = {
  readonly id: string;
  readonly reference: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly kind: string;
  readonly certificateId: string | null;
  readonly toTypeKey: string | null;
  readonly endorsementCodes: readonly string[];
  readonly status: ApplicationStatus;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly queuedOn: Day | null;
  readonly reviewedAt: Date | null;
  readonly closedAt: Date | null;
};
