import type { ApplicationKind, DueWhen } from '@/lib/rulebook/model';
import type { Day } from '@/lib/shared/days';
import type { Cents } from '@/lib/shared/money';

/** One sum owed. Codes are unique within a quote. */
export type QuoteLine = {
  readonly code: 'review_fee' | 'balance' | 'fee' | 'further_endorsements';
  readonly cents: Cents;
  readonly dueWhen: DueWhen;
  /** Whether it comes back where the application is not granted; `refundStated` is false where no source says. */
  readonly refundable: boolean;
  readonly refundStated: boolean;
  readonly feeCode: string;
  readonly description: string;
  readonly quantity: number;
  readonly source: string;
  readonly assumed: boolean;
};

export type Quote = {
  readonly kind: ApplicationKind;
  readonly day: Day;
  /** Nothing is owed, and a source says so. */
  readonly free: boolean;
  readonly lines: readonly QuoteLine[];
  readonly dueNow: Cents;
  readonly dueLater: Cents;
  readonly total: Cents;
  readonly source: string;
};

/** The Bureau has to tell the amount, or nothing like it may be applied for on that day. */
export type QuoteError = 'no_sourced_amount' | 'no_fee_in_force';
