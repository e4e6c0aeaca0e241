import fc from 'fast-check';
import { cents, formatCents, noMoney, sumCents } from './money';

const anyAmount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(cents);

test.each([0.1, 50.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%p is not an amount of cents', (amount) => {
  expect(() => cents(amount)).toThrow('whole number of cents');
});

test.each([
  [0, '$0'],
  [1, '$0.01'],
  [50, '$0.50'],
  [5000, '$50'],
  [20_000, '$200'],
  [120_050, '$1,200.50'],
  [123_456_700, '$1,234,567'],
  [-5000, '-$50'],
  [-150, '-$1.50'],
])('%p cents are written %s', (amount, expected) => {
  expect(formatCents(cents(amount))).toBe(expected);
});

test('what is written is the amount, to the cent', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      const [dollars = '', part = '00'] = formatCents(amount).replace(/[-$,]/g, '').split('.');
      const read = Number(dollars) * 100 + Number(part);
      return part.length === 2 && (amount < 0 ? -read : read) === amount;
    }),
  );
});

test('the sum of nothing is nothing', () => {
  expect(sumCents([])).toBe(noMoney);
});

test('sums do not depend on order, and what is reversed cancels', () => {
  fc.assert(
    fc.property(fc.array(anyAmount, { maxLength: 50 }), (amounts) => {
      const reversals = amounts.map((amount) => cents(-amount));
      return sumCents(amounts) === sumCents([...amounts].reverse()) && sumCents([...amounts, ...reversals]) === 0;
    }),
  );
});

test('a sum too large to be exact throws', () => {
  const most = cents(Number.MAX_SAFE_INTEGER);
  expect(() => sumCents([most, most])).toThrow('whole number of cents');
});
