import fc from 'fast-check';
import { addDays, day } from '@/lib/shared/days';
import { estimateDecision } from './queue-rules';

const today = day('2026-11-24');
const weeksOf = (...decided: number[]) => decided.map((one, ago) => ({ week: addDays(today, -7 * (ago + 1)), decided: one }));

describe('when a decision may be expected', () => {
  it.each([
    ['ten a week and nine before: within a week or two', 9, [10, 10, 10, 10, 10, 10, 10, 10], { from: '2026-12-01', to: '2026-12-08' }],
    ['ten a week and 39 before', 39, [10, 10, 10, 10, 10, 10, 10, 10], { from: '2026-12-22', to: '2026-12-29' }],
    ['good and bad weeks', 39, [5, 5, 5, 5, 20, 20, 20, 20], { from: '2026-12-08', to: '2027-01-08' }],
    ['nothing decided', 3, [0, 0, 0, 0, 0, 0, 0, 0], 'too_little_data'],
    ['a burst in one week', 3, [0, 0, 0, 40, 0, 0, 0, 0], 'too_little_data'],
    ['nine in all', 3, [2, 2, 2, 2, 1, 0, 0, 0], 'too_little_data'],
    ['no week at all', 3, [], 'too_little_data'],
  ] as const)('%s', (_what, ahead, decided, expected) => expect(estimateDecision(ahead, weeksOf(...decided), today)).toEqual(expected));

  it('is later the more there are before, never before tomorrow, and from before to', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 8, maxLength: 8 }), fc.nat(5_000), (decided, ahead) => {
        const [one, more] = [estimateDecision(ahead, weeksOf(...decided), today), estimateDecision(ahead + 1, weeksOf(...decided), today)];
        if (one === 'too_little_data' || more === 'too_little_data') return one === more;
        return one.from > today && one.from < one.to && more.from >= one.from && more.to >= one.to;
      }),
    );
  });
});
