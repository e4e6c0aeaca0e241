import fc from 'fast-check';
import { kilobytes, percentile, ratio, spreadOf, turnOrder } from './figures';

test('a percentile is the nearest rank, whatever the order', () => {
  const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6];
  expect([0.5, 0.95, 0.99, 0].map((share) => percentile(values, share))).toEqual([5, 10, 10, 1]);
});

test('a percentile is one of the measurements, and never falls as the share grows', () => {
  const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), shares, (values, [one, other]) => {
      const [low, high] = [percentile(values, Math.min(one, other)), percentile(values, Math.max(one, other))];
      expect(values).toContain(low);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});

test('nothing measured has no percentile', () => {
  expect(spreadOf([])).toEqual({ p50: Number.NaN, p95: Number.NaN, p99: Number.NaN });
});

test('a ratio to nothing is no number', () => {
  expect([ratio(45, 90), ratio(1, 3), ratio(45, 0)]).toEqual([0.5, 0.333, Number.NaN]);
});

test('a kB is a thousand bytes', () => {
  expect(kilobytes(138_951)).toBe(139);
});

test('every round asks everybody once, and each begins with another', () => {
  const everyone = ['wire', 'framework', 'home'];
  const rounds = [0, 1, 2, 3].map((round) => turnOrder(everyone, round));
  expect(rounds.map(([first]) => first)).toEqual(['wire', 'framework', 'home', 'wire']);
  for (const round of rounds) expect(round.toSorted()).toEqual(everyone.toSorted());
  expect(turnOrder([], 3)).toEqual([]);
});
