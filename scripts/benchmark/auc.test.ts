import fc from 'fast-check';
import { areaUnderCurve } from './auc';

test.each([
  [[1, 2, 3], [4, 5, 6], 0],
  [[4, 5, 6], [1, 2, 3], 1],
  [[1, 2], [1, 2], 0.5],
  [[5, 5, 5], [5, 5], 0.5],
  [[1, 4], [2, 3], 0.5],
])('%j against %j: %d', (one, other, area) => expect(areaUnderCurve(one, other)).toBe(area));

test('is what counting every pair says', () => {
  const some = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(some, some, (one, other) => {
      const wins = one.flatMap((left) => other.map((right) => (left > right ? 1 : left === right ? 0.5 : 0)));
      const counted = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
      expect(areaUnderCurve(one, other)).toBeCloseTo(counted, 10);
    }),
  );
});
