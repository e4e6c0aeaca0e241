import type { RuleSet } from '@/lib/rulebook/model';
import { cents, formatCents } from '@/lib/shared/money';
import { settingNames, type Changeable, type RuleChangeRefusal } from '@/lib/staff/rule-change-model';
import type { Aspect } from '@/lib/staff/rule-change-rules';

export const notAllowed = 'Your role may not change the rules.';

/** A sentence for every reason why a change cannot be drafted or published. */
export const refusals = {
  unknown_key: 'This is not in force on that day. Choose another.',
  same_values: 'This is what holds on that day already.',
  too_soon: 'A change begins tomorrow at the earliest. What applies today was announced before.',
  too_far: 'This day is more than twenty years away. Check the year.',
  above_hundred: 'A share is 100 percent at most.',
  faults: ({ sentences }: Extract<RuleChangeRefusal, object>) => `The rulebook would have a fault: ${sentences.join('. ')}.`,
};

export const aspects: Readonly<Record<Aspect, string>> = {
  cost: 'what it costs',
  papers: 'which papers are asked for',
  window: 'from when it can be applied for',
  length: 'how long the certificate is valid',
};

/** What a key stands for, as the rulebook calls it. */
export function subjectOf(what: Changeable, key: string, { fees, certificateTypes }: RuleSet): string {
  if (what === 'fee') return fees.find(({ code }) => code === key)?.description ?? key;
  if (what === 'setting') return settingNames[key] ?? key;
  return certificateTypes.find((type) => type.key === key)?.name ?? key;
}

type Values = Readonly<Record<string, unknown>>;

/** The value of a row, or of a change to it; `unit` where the change leaves it. */
export function valueOf(what: Changeable, values: Values | undefined, unit?: unknown): string {
  if (!values) return 'Not known';
  if (what === 'fee') return feeText(values);
  const [amount, counted] = what === 'setting' ? [values.value, values.unit ?? unit] : [values.length, values.unit];
  return `${Number(amount)} ${unitNames[String(counted)] ?? ''}`.trim();
}

const unitNames: Readonly<Record<string, string>> = {
  years: 'years',
  months: 'months',
  weeks: 'weeks',
  days: 'days',
  business_days: 'business days',
  percent: 'percent',
  school_days: 'school days',
  school_years: 'school years',
};

function feeText({ totalCents, reviewCents }: Values): string {
  if (typeof totalCents !== 'number' || typeof reviewCents !== 'number') return 'No amount is known';
  if (totalCents === 0) return 'Free';
  const review = reviewCents > 0 ? `, of which ${formatCents(cents(reviewCents))} is the review fee` : '';
  return `${formatCents(cents(totalCents))}${review}`;
}
