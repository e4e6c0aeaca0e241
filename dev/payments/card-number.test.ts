import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digitsOf, hasCheckDigit, isPast, readExpiry, securityCodeLength } from './card-number';
import { extraCards, findTestCard } from './cards';

describe('a card number', () => {
  test.each([...Object.values(extraCards), '4242424242424242', '378282246310005', '36227206271667'])(
    '%s is a test card with a right check digit',
    (number) => {
      expect(findTestCard(number)).toBeDefined();
      expect(hasCheckDigit(number)).toBe(true);
    },
  );

  test('with one digit changed has a wrong check digit', () => {
    fc.assert(fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digits = [...'4242424242424242'].map((digit, index) => (index === place ? (Number(digit) + by) % 10 : digit));
      expect(hasCheckDigit(digits.join(''))).toBe(false);
    }));
  });

  test.each(['', '4242', 'abcdefghijklmnop', '42424242424242424242424242'])('%p is none', (number) => {
    expect(hasCheckDigit(number)).toBe(false);
  });

  test('may be typed with spaces and hyphens', () => {
    expect(digitsOf(' 4242-4242 4242 4242 ')).toBe('4242424242424242');
  });

  test('of American Express has four digits of security code', () => {
    expect([securityCodeLength('378282246310005'), securityCodeLength('4242424242424242')]).toEqual([4, 3]);
  });
});

describe('an expiration date', () => {
  test.each([
    ['12/34', { month: 12, year: 2034 }],
    ['1/34', { month: 1, year: 2034 }],
    ['0134', { month: 1, year: 2034 }],
    ['012034', { month: 1, year: 2034 }],
    ['12 / 2034', { month: 12, year: 2034 }],
    ['00/34', undefined],
    ['13/34', undefined],
    ['12', undefined],
    ['12/34/56', undefined],
  ])('%p reads as %p', (typed, expected) => {
    expect(readExpiry(typed)).toEqual(expected);
  });

  test('is good until the month is over', () => {
    const endOfMonth = Date.UTC(2034, 11, 31, 23, 59, 59) / 1000;
    expect(isPast({ month: 12, year: 2034 }, endOfMonth)).toBe(false);
    expect(isPast({ month: 12, year: 2034 }, endOfMonth + 1)).toBe(true);
  });
});
