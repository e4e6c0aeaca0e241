import { restoredBy } from './change-rules';

const change = (before: string | null, after: string | null, previousNameId: string | null = null) =>
  ({ field: 'city', before, after, previousNameId }) as const;

describe('what goes back when a link is taken back', () => {
  it.each([
    ['one change', [change('A', 'B')], 'B', 'A'],
    ['two changes, the latest first', [change('B', 'C'), change('A', 'B')], 'C', 'A'],
    ['what was empty before', [change(null, 'B')], 'B', null],
    ['what was emptied', [change('A', null)], null, 'A'],
    ['what was emptied and typed again', [change(null, 'C'), change('A', null)], 'C', 'A'],
  ] as const)('is %s', (_name, changes, now, back) => {
    expect(restoredBy(changes, { city: now }).values).toEqual([{ field: 'city', now, back }]);
  });

  it('is nothing where somebody else changed it since, or it came back by itself', () => {
    expect(restoredBy([change('A', 'B', 'row')], { city: 'X' })).toEqual({ values: [], previousNameIds: [] });
    expect(restoredBy([change('B', 'A'), change('A', 'B')], { city: 'A' }).values).toEqual([]);
  });

  it('takes the former names along that were added with it', () => {
    expect(restoredBy([change('B', 'C', 'second'), change('A', 'B', 'first')], { city: 'C' }).previousNameIds).toEqual(['second', 'first']);
  });
});
