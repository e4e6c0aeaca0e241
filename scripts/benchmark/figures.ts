export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number };

/** The value below which `share` of the measurements lie (nearest rank), or NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function spreadOf(values: readonly number[]): Spread {
  return { p50: rounded(percentile(values, 0.5), 2), p95: rounded(percentile(values, 0.95), 2), p99: rounded(percentile(values, 0.99), 2) };
}

/** How many times `of` goes into `value`; NaN rather than infinity where there is nothing to compare with. */
export function ratio(value: number, of: number): number {
  return of > 0 ? rounded(value / of, 3) : Number.NaN;
}

export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** kB as people weigh pages: a thousand bytes. */
export function kilobytes(bytes: number): number {
  return rounded(bytes / 1000, 1);
}

/** The order of one round: everybody once, each round beginning with the next, so that no place in it favours anybody. */
export function turnOrder<T>(everyone: readonly T[], round: number): T[] {
  const start = everyone.length === 0 ? 0 : round % everyone.length;
  return [...everyone.slice(start), ...everyone.slice(0, start)];
}
