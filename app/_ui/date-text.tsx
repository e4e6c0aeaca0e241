import { formatDay, formatInstant, type Day } from '@/lib/shared/days';

/** A day written out, or an instant with its hour in Eastern Time. */
export function DateText({ value }: { readonly value: Day | Date }) {
  if (value instanceof Date) return <time dateTime={value.toISOString()}>{formatInstant(value)}</time>;
  return <time dateTime={value}>{formatDay(value)}</time>;
}
