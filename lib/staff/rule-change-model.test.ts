import { feeChangeInput } from './rule-change-model';

const typed = { key: 'DUPLICATE', total: '60', review: '0', fromDay: '01/01/2028', source: 'Public Act 27-1', note: '' };
const wrongIn = (more: Partial<typeof typed>) =>
  [...new Set(feeChangeInput.safeParse({ ...typed, ...more } as unknown).error?.issues.map(({ path }) => String(path[0])))];

test('a fee is read from dollars', () => {
  expect(feeChangeInput.safeParse({ ...typed, total: '$1,060.50' }).data?.values).toEqual({ totalCents: 106_050, reviewCents: 0 });
});

test('a review fee beyond the whole amount is wrong, and an amount that is none is wrong alone', () => {
  expect(wrongIn({ review: '61' })).toEqual(['review']);
  expect(wrongIn({ total: 'abc' })).toEqual(['total']);
  expect(wrongIn({ review: 'abc' })).toEqual(['review']);
});
