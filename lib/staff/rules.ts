import type { ApplicationRecord, ApplicationStatus } from '@/lib/applications/model';
import type { Quote, QuoteError } from '@/lib/fees/model';
import { checksOut, normaliseCode } from '@/lib/shared/check-characters';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import type { Result } from '@/lib/shared/result';
import type { OpeningReason } from './model';

/** An item of the queue is one's work until the end of the day on which it was closed. */
export function isInHand({ queuedOn, closedAt }: Pick<ApplicationRecord, 'queuedOn' | 'closedAt'>, today: Day): boolean {
  return queuedOn !== null && (closedAt === null || dayInConnecticut(closedAt) === today);
}

/**
 * Under which reason a record is opened. Coming from the queue implies one only for an item of the queue; without any, the
 * one given a few minutes ago still holds.
 */
export function openingReason(
  asked: OpeningReason | undefined,
  facts: { readonly isInHand: boolean; readonly recent: OpeningReason | undefined },
): OpeningReason | undefined {
  const isImplied = asked !== 'queue' || facts.isInHand;
  return (isImplied ? asked : undefined) ?? facts.recent;
}

/** Whether it is known what an application costs: an amount no source states must be published before anything is issued. */
export function isAmountKnown(obligationCount: number, quoted: Result<Quote, QuoteError>): boolean {
  return obligationCount > 0 || (quoted.ok && quoted.value.free);
}

export type DeskFacts = {
  readonly status: ApplicationStatus;
  readonly decision: 'approved' | 'denied' | null;
  readonly isQueued: boolean;
  readonly hasPerson: boolean;
  readonly isAmountKnown: boolean;
  readonly isPaidInFull: boolean;
};

export type Duty =
  | 'wait_for_payment'
  | 'decide'
  | 'wait_for_identity'
  | 'wait_for_amount'
  | 'wait_for_balance'
  | 'issue'
  | 'nothing';

/** What there is to do about an application at the desk, or what it waits for. */
export function dutyOf(facts: DeskFacts): Duty {
  if (facts.status === 'issued' || facts.status === 'denied' || facts.status === 'withdrawn') return 'nothing';
  if (facts.decision === null) return facts.isQueued ? 'decide' : 'wait_for_payment';
  if (!facts.hasPerson) return 'wait_for_identity';
  if (!facts.isAmountKnown) return 'wait_for_amount';
  return facts.isPaidInFull ? 'issue' : 'wait_for_balance';
}

export type Search =
  | { readonly by: 'reference'; readonly reference: string }
  | { readonly by: 'ein'; readonly ein: string }
  | { readonly by: 'name'; readonly lastName: string; readonly firstName: string | null };

/** What somebody typed into the search box: a reference, an EIN, or "Last" or "Last, First". */
export function searchOf(typed: string): Search | undefined {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 100);
  if (text === '') return undefined;
  const code = normaliseCode(text);
  if (/^[ARK]/.test(code) && code.length === 8 && checksOut(code)) return { by: 'reference', reference: code };
  if (/^\d{10}$/.test(text.replace(/[ -]/g, ''))) return { by: 'ein', ein: text.replace(/[ -]/g, '') };
  const [lastName = '', firstName = ''] = text.split(',').map((part) => part.trim());
  return lastName === '' ? undefined : { by: 'name', lastName, firstName: firstName || null };
}
