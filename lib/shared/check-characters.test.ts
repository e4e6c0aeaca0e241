import fc from 'fast-check';
import {
  checkCharacter,
  checksOut,
  crockfordAlphabet,
  hasPlainCheckCharacter,
  normaliseCode,
} from './check-characters';

const characters = [...crockfordAlphabet];
const symbols = [...characters, ...'*~$=U'];
const anyCode = fc.string({ unit: fc.constantFrom(...characters), minLength: 6, maxLength: 12 });
const tenThousand = { numRuns: 10_000, seed: 20_261_124 };

test('the check character of a code checks out, for 10,000 codes', () => {
  fc.assert(
    fc.property(anyCode, (code) => checksOut(code + checkCharacter(code))),
    tenThousand,
  );
});

test('every single wrong character is caught, in 10,000 codes', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const right = code + checkCharacter(code);
      const wrong = [...right].flatMap((character, at) =>
        symbols.filter((other) => other !== character).map((other) => right.slice(0, at) + other + right.slice(at + 1)),
      );
      return wrong.length === right.length * 36 && !wrong.some(checksOut);
    }),
    tenThousand,
  );
});

test('every swap of neighbours is caught, in 10,000 codes', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const right = code + checkCharacter(code);
      const swapped = [...right].slice(1).map((_, at) => swapAt(right, at));
      return !swapped.some((typed) => typed !== right && checksOut(typed));
    }),
    tenThousand,
  );
});

test('every character is the check of some code, so that none of them is wasted', () => {
  const seen = new Set(fc.sample(anyCode, { numRuns: 2000, seed: 1 }).map(checkCharacter));
  expect([...seen].sort()).toEqual([...symbols].sort());
});

test('a plain check character is one of the alphabet of codes', () => {
  fc.assert(fc.property(anyCode, (code) => hasPlainCheckCharacter(code) === characters.includes(checkCharacter(code))));
});

test.each(['', 'A', '*', 'A*B', 'AB CD', 'abc'])('%j does not check out', (typed) => {
  expect(checksOut(typed)).toBe(false);
});

test('a code outside the alphabet has no check character', () => {
  expect(() => checkCharacter('ABCU')).toThrow('Crockford');
});

test.each([
  ['a1b2-c3d4', 'A1B2C3D4'],
  [' a1b2 c3d4 ', 'A1B2C3D4'],
  ['oO0', '000'],
  ['iIlL1', '11111'],
  ['A–B—C‑D', 'ABCD'],
])('%j is read as %s', (typed, expected) => {
  expect(normaliseCode(typed)).toBe(expected);
});

test('a code read once more is the same code', () => {
  fc.assert(fc.property(fc.string(), (typed) => normaliseCode(normaliseCode(typed)) === normaliseCode(typed)));
});

function swapAt(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}
