import fc from 'fast-check';
import { seal, unseal } from './sealed';
import { secret } from './secret';

const place = { column: 'person.ssn', row: '7d0f4b8e-0000-4000-8000-000000000001' };
const ssn = '219-09-9999';

test('what was sealed is unsealed, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => unseal(seal(secret(text), place), place).reveal() === text),
  );
});

test('the same value sealed twice looks different', () => {
  const [one, other] = [seal(secret(ssn), place), seal(secret(ssn), place)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
});

test('the sealed bytes do not hold the value', () => {
  expect(Buffer.from(seal(secret(ssn), place)).includes(ssn)).toBe(false);
});

test('moved to another row or column it cannot be read', () => {
  const sealed = seal(secret(ssn), place);
  expect(() => unseal(sealed, { ...place, row: 'another' })).toThrow();
  expect(() => unseal(sealed, { ...place, column: 'person.birth_date' })).toThrow();
});

test('with any one bit changed it cannot be read', () => {
  const sealed = seal(secret(ssn), place);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const altered = Buffer.from(sealed);
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => unseal(altered, place)).toThrow();
  }
});

test('cut short anywhere, or drawn out, it cannot be read', () => {
  const sealed = Buffer.from(seal(secret(ssn), place));
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => unseal(sealed.subarray(0, length), place)).toThrow();
  }
  expect(() => unseal(Buffer.concat([sealed, Buffer.from([0])]), place)).toThrow();
});

test('of an empty value too, a tag cut short is not compared only as far as it goes', () => {
  const sealed = Buffer.from(seal(secret(''), place));
  for (let cut = 1; cut <= 16; cut += 1) {
    expect(() => unseal(sealed.subarray(0, sealed.length - cut), place)).toThrow();
  }
});

test('what goes wrong is told without the value', () => {
  const thrown = (): string => {
    try {
      return unseal(seal(secret(ssn), place), { ...place, row: 'another' }).reveal();
    } catch (error) {
      return String(error);
    }
  };
  expect(thrown()).not.toContain('9999');
});
