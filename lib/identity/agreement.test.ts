import fc from 'fast-check';
import { compareNames, type Agreement } from './agreement';

const typed = (firstName: string, lastName: string) => ({ firstName, lastName });

test.each<[string, string, Agreement]>([
  ['García López', 'Garcia-Lopez', 'equal'],
  ['García', 'García López', 'near'],
  ['Smith-Jones', 'Jones', 'near'],
  ['de la Cruz', 'de la Rosa', 'differs'],
  ['Van Dyke', 'Van Buren', 'differs'],
  ['Lademan', 'Ladeaman', 'near'],
  ['Dent', 'Imgraben', 'differs'],
  ['', '', 'differs'],
  ['🙂', '🙃', 'differs'],
  ['King Jr.', 'King', 'equal'],
])('%s on a form is %s on file: %s', (one, other, expected) => {
  expect(compareNames(typed('Iris', one), { firstName: 'Iris', lastNames: [other] }).lastName).toBe(expected);
  expect(compareNames(typed('Iris', other), { firstName: 'Iris', lastNames: [one] }).lastName).toBe(expected);
});

test.each([
  ['Bill', 'William'],
  ['Peggy', 'Margaret'],
  ['Katie', 'Kathryn'],
  ['Will', 'Bill'],
  ['Pepe', 'José'],
  ['Mary-Kate', 'Mary'],
])('%s and %s may be one first name', (one, other) => {
  expect(compareNames(typed(one, 'Ruiz'), { firstName: other, lastNames: ['Ruiz'] })).toEqual({ firstName: 'near', lastName: 'equal' });
});

test.each([
  ['Alexander', 'Alexandra'],
  ['Silas', 'Isabella'],
  ['Ethan', 'Emma'],
])('%s and %s are two people', (one, other) => {
  // Alexander and Alexandra are one slip apart, as Carlo and Carla are: near, but never equal.
  expect(compareNames(typed(one, 'Ruiz'), { firstName: other, lastNames: ['Ruiz'] }).firstName).not.toBe('equal');
});

test('the two boxes may have been taken for one another', () => {
  expect(compareNames(typed('Nguyen', 'Eliza'), { firstName: 'Eliza', lastNames: ['Nguyen'] })).toEqual({ firstName: 'equal', lastName: 'equal' });
});

test('a last name from before counts, and so does the middle name somebody goes by', () => {
  const onFile = { firstName: 'Ana', middleName: 'Lucía', lastNames: ['Moreno', 'Ruiz'] };
  expect(compareNames(typed('Lucia', 'Ruiz'), onFile)).toEqual({ firstName: 'near', lastName: 'equal' });
});

const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });

test('whatever is typed, there is an answer, and a name agrees with itself', () => {
  fc.assert(
    fc.property(anyName, anyName, (firstName, lastName) => {
      const { firstName: first, lastName: last } = compareNames({ firstName, lastName }, { firstName, lastNames: [lastName] });
      return [first, last].every((one) => ['equal', 'near', 'differs'].includes(one));
    }),
  );
});
