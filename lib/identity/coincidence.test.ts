import { coincidence } from './coincidence';

const common = { people: 100_000, sameFirstName: 999, sameLastName: 99 };

test.each([
  ['an equal last name', { firstName: 'differs', lastName: 'equal' }, 0.005],
  ['a last name that is near', { firstName: 'differs', lastName: 'near' }, 0.05],
  ['an equal first name', { firstName: 'equal', lastName: 'differs' }, 0.05],
  ['the rarer of two', { firstName: 'equal', lastName: 'equal' }, 0.005],
] as const)('with %s, chance alone brings %j as often as %d', (_, names, often) => {
  expect(coincidence(names, common)).toBeCloseTo(often, 5);
});

test('without a name, or without knowing how common it is, it may always be chance', () => {
  expect(coincidence({ firstName: 'differs', lastName: 'differs' }, common)).toBe(Infinity);
  expect(coincidence({ firstName: 'equal', lastName: 'equal' }, undefined)).toBe(Infinity);
});
