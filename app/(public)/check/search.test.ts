import { readSearch, valueOf } from './search';

test('nothing is asked by opening the page', () => {
  expect(readSearch({})).toEqual({ by: 'nothing' });
  expect(readSearch({ utm: 'x' })).toEqual({ by: 'nothing' });
});

test.each([
  [{ number: ' k000-04k2 ' }, { number: 'k000-04k2' }],
  [{ number: ['K00004K2', 'K00004K3'] }, { number: 'K00004K2' }],
  [{ number: 'K00004K2', lastName: 'Diaz' }, { number: 'K00004K2' }],
  [{ lastName: '  de  la Cruz ', firstName: 'Ana' }, { lastName: 'de la Cruz', firstName: 'Ana' }],
])('%j is a search', (params, search) => {
  expect(readSearch(params)).toMatchObject({ search });
});

test.each([
  [{ number: '' }, [['number', 'Enter the certificate number.']]],
  [{ number: 'K1' }, [['number', 'A certificate number has letters and digits only, like K000-04K2.']]],
  [{ number: '<script>' }, [['number', 'A certificate number has letters and digits only, like K000-04K2.']]],
  [{ number: 'K'.repeat(41) }, [['number', 'Use at most 40 characters for the certificate number.']]],
  [{ lastName: 'Diaz' }, [['firstName', 'Enter the first name.']]],
  [{ lastName: ' ', firstName: '' }, [['lastName', 'Enter the last name.'], ['firstName', 'Enter the first name.']]],
  [{ lastName: 'x'.repeat(101), firstName: 'Ana' }, [['lastName', 'Use at most 100 characters for the last name.']]],
])('%j is answered by the field', (params, errors) => {
  expect(readSearch(params)).toMatchObject({ errors: errors.map(([name, message]) => ({ name, message })) });
});

test('what was typed is shown again as typed', () => {
  expect(valueOf({ number: ['a b', 'c'] }, 'number')).toBe('a b');
  expect(valueOf({}, 'lastName')).toBe('');
});
