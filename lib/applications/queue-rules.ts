import { addDays, type Day } from '@/lib/shared/days';

/** One whole week of one kind: how many were decided, and how long they had waited. */
export type DecidedWeek = { readonly week: Day; readonly decided: number };

/** Figures of one kind of application, as everybody may see them. */
export type QueueFigures = {
  readonly kind: string;
  readonly waiting: number;
  /** When the oldest that waits for its first review was received. */
  readonly workingOn: Day | null;
  /** The last whole weeks, the oldest first; those without a decision too. */
  readonly weeks: readonly DecidedWeek[];
  /** Days from receipt to decision over these weeks. */
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
};

export const weeksCounted = 8;
const fewestDecided = 10;
const fewestWeeks = 4;

export type Estimate = { readonly from: Day; readonly to: Day } | 'too_little_data';

/**
 * When somebody with so many before them may expect a decision: at the pace of the better and of the slower weeks. Says so
 * where too little was decided lately; nothing is invented.
 */
export function estimateDecision(ahead: number, weeks: readonly DecidedWeek[], today: Day): Estimate {
  const rates = weeks.map(({ decided }) => decided).toSorted((a, b) => a - b);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  if (total < fewestDecided || rates.filter((rate) => rate > 0).length < fewestWeeks) return 'too_little_data';
  const slow = Math.max(at(rates, 0.25), total / rates.length / 2);
  const fast = Math.max(at(rates, 0.75), slow);
  const days = (rate: number): number => Math.ceil(((ahead + 1) / rate) * 7);
  return { from: addDays(today, days(fast)), to: addDays(today, Math.max(days(slow), days(fast) + 7)) };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
