import fc from 'fast-check';
import { day } from '@/lib/shared/days';
import { countDistinctSsns, daySlips, editDistance, isMisspelling, ssnSlips } from './slips';

const ssn = fc.stringMatching(/^\d{9}$/);

test('an SSN has 81 slips of one digit, and one more for each two neighbours that differ', () => {
  fc.assert(
    fc.property(ssn, (digits) => {
      const slips = ssnSlips(digits);
      const swaps = Array.from(digits.slice(1)).filter((digit, at) => digit !== digits[at]).length;
      // A swap of neighbours changes two digits, so none of them is a wrong digit too.
      return new Set(slips).size === 81 + swaps && !slips.includes(digits);
    }),
  );
});

test.each([
  [[], 0],
  [['517432096'], 1],
  [['517432096', '517432096', '517432069', '517432036'], 1],
  [['517432096', '412886001', '517432097'], 2],
])('%j are %i SSNs', (ssns, count) => expect(countDistinctSsns(ssns)).toBe(count));

test('who slipped can have slipped the other way', () => {
  fc.assert(fc.property(ssn, fc.nat(80), (digits, at) => ssnSlips(ssnSlips(digits)[at] ?? '').includes(digits)));
});

test.each([
  ['month and day swapped', '1979-08-01', '1979-01-08'],
  ['one digit', '1979-08-01', '1979-08-07'],
  ['another year', '1979-08-01', '1978-08-01'],
  ['two digits swapped', '1979-08-12', '1979-08-21'],
])('a birth date with %s is a slip', (_, one, other) => {
  expect(daySlips(day(one))).toContain(other);
});

test.each(['1979-08-01', '1950-03-16', '1980-09-02'])('1979-08-01 is not a slip of %s', (other) => {
  expect(daySlips(day('1979-08-01'))).not.toContain(other);
});

test.each([
  ['amy', 'aym', 1],
  ['lucas', 'lucad', 1],
  ['benjamin', 'bejnamin', 1],
  ['grosser', 'gryosler', 2],
  ['', 'abc', 3],
])('from %s to %s it takes %i', (one, other, edits) => {
  expect(editDistance(one, other)).toBe(edits);
});

test('distance does not depend on who comes first', () => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => editDistance(one, other) === editDistance(other, one)));
});

test.each([
  ['lee', 'leo', true],
  ['li', 'lo', false],
  ['amy', 'joy', false],
  ['matthews', 'matthas', true],
  ['katsiavos', 'vincent', false],
])('%s for %s: %s', (one, other, expected) => {
  expect(isMisspelling(one, other)).toBe(expected);
});
