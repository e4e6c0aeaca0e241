import { createHash } from 'node:crypto';
import { hashToken, indexKey, newToken, tokenKey } from './keyed-hash';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('the same value for the same purpose has the same key, so that it can be found', () => {
  expect(hex(indexKey('person.ssn', '219099999'))).toBe(hex(indexKey('person.ssn', '219099999')));
});

test('another value, another purpose and another of our keys each give another key', () => {
  const keys = [
    indexKey('person.ssn', '219099999'),
    indexKey('person.ssn', '219099998'),
    indexKey('claim.ssn', '219099999'),
    tokenKey('person.ssn', '219099999'),
  ];
  expect(new Set(keys.map(hex)).size).toBe(4);
});

test('without our key nobody computes it', () => {
  const unkeyed = createHash('sha256').update('person.ssn|v1|219099999').digest('hex');
  expect(hex(indexKey('person.ssn', '219099999'))).not.toBe(unkeyed);
});

test('a token is 256 bits, never the same, and found by its hash alone', () => {
  const tokens = Array.from({ length: 1000 }, newToken);
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(1000);
  for (const { token, hash } of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(hex(hashToken(token))).toBe(hex(hash));
    expect(hex(hash)).not.toContain(token);
  }
});
