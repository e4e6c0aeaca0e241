import { keptValue, keptValues } from './kept-values';

const ssn = '517432096';
const spellings = [ssn, '517-43-2096', '517 43 2096', '517.43.2096'];
const hidden = /2096/;

describe('a Social Security number in a field that comes back', () => {
  const freeText = ['statement', 'message', 'reason', 'note', 'letter', 'firstName', 'lastName', 'addressLine1', 'employer', 'signature', 'otherReason', 'payerName'];
  it.each(freeText.flatMap((name) => spellings.map((typed) => [name, typed] as const)))('is masked in %s: %s alone', (name, typed) => {
    expect(keptValue(name, typed)).toBe('•••-••-••••');
  });

  it.each(spellings.flatMap((typed) => [`My number is ${typed}.`, `SSN:${typed}`, `(${typed})`, `${typed},`, `line\n${typed}`].map((text) => [text])))('is masked in a statement: %j', (text) => {
    expect(keptValue('statement', text)).not.toMatch(hidden);
  });

  it.each(['ein', 'certificateNumber', 'serial', 'phone', 'account', 'postalCode', 'email', 'username'])('is masked in %s too, in the groups of a card or among words', (name) => {
    for (const typed of [...spellings.slice(1), `it is ${ssn}`]) expect(keptValue(name, typed)).not.toMatch(hidden);
  });

  it.each(['email', 'oldEmail', 'username'])('is masked in %s, where no address stands', (name) => {
    expect(keptValue(name, ssn)).not.toMatch(hidden);
  });

  it('is masked in each of several values', () => {
    expect(keptValues({ endorsement: ['029', ssn] }, ['endorsement'])).toEqual({ endorsement: ['029', '•••-••-••••'] });
  });
});

describe('another number comes back as it was typed', () => {
  it.each([
    ['ein', '190000025'],
    ['ein', '1900000255'],
    ['decision', 'link:190000025'],
    ['certificateNumber', '123456789'],
    ['certificate', 'K00004K2'],
    ['serial', '123456789'],
    ['about', '123456789'],
    ['slipReference', '123456789'],
    ['account', '1900000255'],
    ['postalCode', '061150471'],
    ['phone', '860713696'],
    ['phone', '(860) 713-6969'],
    ['email', '123456789@student.example'],
    ['username', '123456789@student.example'],
    ['username', '1900000255'],
    ['statement', 'Hartford, CT 06115-0471, telephone 860-713-6969, EIN 1900000255, on 2026-11-25'],
  ])('in %s: %s', (name, typed) => {
    expect(keptValue(name, typed)).toBe(typed);
  });
});

it('keeps the fields that are named and no other', () => {
  expect(keptValues({ city: 'Hartford', password: 'open sesame' }, ['city'])).toEqual({ city: 'Hartford' });
});
