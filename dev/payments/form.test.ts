import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalForm, decodeForm } from './form';

const plain = (text: string): unknown => JSON.parse(JSON.stringify(decodeForm(text)));

describe('the form encoding of Stripe', () => {
  test.each([
    ['a=1&b=x%20y', { a: '1', b: 'x y' }],
    ['a[b][c]=1&a[b][d]=2', { a: { b: { c: '1', d: '2' } } }],
    ['list[0]=a&list[1]=b', { list: { 0: 'a', 1: 'b' } }],
    ['list[]=a&list[]=b', { list: { 0: 'a', 1: 'b' } }],
    ['items[0][name]=a&items[0][n]=1&items[1][name]=b', { items: { 0: { name: 'a', n: '1' }, 1: { name: 'b' } } }],
    ['a%5Bb%5D=1', { a: { b: '1' } }],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(plain(text)).toEqual(expected);
  });

  test('knows no special names', () => {
    const form = decodeForm('__proto__[polluted]=yes&constructor=x');
    expect(Object.keys(form)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('compares equal in any order, and only then', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !/[[\]]/.test(text));
    const pairs = fc.uniqueArray(fc.tuple(name, fc.string()), { selector: ([key]) => key, minLength: 1 });
    const canonical = (given: readonly [string, string][]) => {
      return canonicalForm(decodeForm(String(new URLSearchParams(given.map(([key, value]) => [`m[${key}]`, value])))));
    };
    fc.assert(fc.property(pairs, (given) => {
      expect(canonical(given.toReversed())).toBe(canonical(given));
      expect(canonical(given.map(([key, value], index) => [key, index === 0 ? `${value}!` : value])))
        .not.toBe(canonical(given));
      expect(canonical(given.slice(1))).not.toBe(canonical(given));
    }));
  });
});
