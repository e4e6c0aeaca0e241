import type { Need, Wish } from '@/lib/applications/need-model';
import type { PaperOwner, RuleSetting, Validity } from '@/lib/rulebook/model';
import { formatDay } from '@/lib/shared/days';
import { formatCents } from '@/lib/shared/money';
import { assertNever } from '@/lib/shared/result';

export const wishWords: Readonly<Record<Wish, string>> = {
  keep: 'Keep it: renew before or after it ends',
  advance: 'Move on to the next certificate',
  first: 'A first certificate, or one of another kind',
  endorsement: 'Add an endorsement',
  deficiency: 'Remove a deficiency or a deferral',
  convert: 'Convert a standard or permanent certificate',
  copy: 'A copy',
  coach: 'A coaching permit for five years',
  district: 'A permit that a school district applies for, such as for substitutes',
};

export const ownerWords: Readonly<Record<PaperOwner, string>> = {
  educator: 'You',
  college: 'Your college',
  district: 'Your school district',
  bureau: 'The Bureau',
};

export const amountUnknown = 'The Bureau will tell you the amount: no source states one. Nothing is due when you submit.';

export function priceSentences({ price }: Need): string[] {
  if (!price) return [amountUnknown];
  if (price.free) return ['Nothing: there is no fee.'];
  if (price.dueLater === 0) return [`${formatCents(price.dueNow)} when you submit. Nothing later.`];
  const later = `${formatCents(price.dueLater)} later, after approval and before it is issued.`;
  return [`${formatCents(price.dueNow)} when you submit.`, later, `${formatCents(price.total)} in all.`];
}

export function validityWords({ kind, newType, validity }: Need): string {
  if (kind === 'duplicate') return 'As long as the certificate it is a copy of.';
  if (kind === 'add_endorsement') return 'As long as the certificate it is added to.';
  if (newType === null) return 'The district tells you: it depends on what it asks for.';
  return validity ? `${lengthWords(validity)}.` : 'No source says how long. Ask the Bureau of Certification.';
}

function lengthWords({ length, unit }: Validity): string {
  switch (unit) {
    case 'years':
      return length === 1 ? '1 year' : `${length} years`;
    case 'months':
      return `${length} months`;
    case 'school_days':
      return `${length} school days of your contract`;
    case 'school_years':
      return 'To the end of the school year, 30 June';
    default:
      return assertNever(unit);
  }
}

export function windowWords({ window }: Need): string {
  if (!window) return 'At any time.';
  return `From ${windowLength(window)} before your certificate ends. After its end a person at the Bureau decides.`;
}

function windowLength({ value, unit }: RuleSetting): string {
  return `${value} ${unit}`;
}

export function wayWords({ way, form }: Need): string {
  const withForm = form ? `, form ${form}` : '';
  switch (way.state) {
    case 'online':
      return `Here, online${withForm}.`;
    case 'on_paper':
      return `On paper${withForm}. Ask the Bureau of Certification for it: teacher.cert@ct.gov.`;
    case 'district':
      return `A school district applies for it${withForm}. Ask the district that wants to employ you.`;
    case 'ended':
      return `Not any more. The last day to apply was ${formatDay(way.lastDay)}.`;
    default:
      return assertNever(way);
  }
}
