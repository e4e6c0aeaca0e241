import { must } from '@/lib/shared/result';

/** Chance that falls the same way for the same seed, so that every installation makes up the same people. */
export type Chance = {
  /** A whole number from 0, less than the limit. */
  below(limit: number): number;
  oneIn(many: number): boolean;
  pick<T>(from: readonly T[]): T;
};

/** Mulberry32: 32 bits of state, enough for a thousand people. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, oneIn: (many) => below(many) === 0, pick: (from) => must(from[below(from.length)], 'something to pick from') };
}
