import { formatDay } from '@/lib/shared/days';
import { formatCents, type Cents } from '@/lib/shared/money';
import type { PriceRow } from './price-list';

export function sum(amount: Cents): string {
  return amount === 0 ? 'Nothing' : formatCents(amount);
}

/** What it will cost, where that is published already. */
export function announcedOf({ announced }: PriceRow): string | null {
  if (!announced) return null;
  const { from, price } = announced;
  return `From ${formatDay(from)}: ${price.total === 0 ? 'free' : formatCents(price.total)}`;
}

export function totalOf({ price }: PriceRow): string {
  if (!price) return 'The Bureau will tell you the amount';
  return price.total === 0 ? 'Free' : formatCents(price.total);
}

/** "None" only where the rulebook knows what is asked for; it says nothing yet about what it has no amount for. */
export function papersOf({ needs, price }: PriceRow): string {
  const papers = needs.filter(({ holding }) => holding.length === 0).flatMap((one) => one.papers);
  if (papers.length > 0) return papers.join('; ');
  return price && needs.length > 0 ? 'None' : 'Ask the Bureau';
}

/** What somebody pays whose application differs from the usual one. */
export function furtherSums({ furtherEndorsement, families }: PriceRow): string[] {
  return [
    ...(furtherEndorsement === null
      ? []
      : [`Each further endorsement on the same application: ${formatCents(furtherEndorsement)}, before it is issued.`]),
    ...families.map(({ family, price }) => `${familyNames[family]}: ${formatCents(price.total)} in all, ${sum(price.dueNow)} of it when you apply.`),
  ];
}

const familyNames: Readonly<Record<PriceRow['families'][number]['family'], string>> = {
  teaching: 'For a teaching certificate',
  special_services: 'For a special services certificate',
  vocational: 'For a vocational certificate',
  administrative: 'For an administrator certificate',
  adult_education: 'For an adult education certificate',
};
