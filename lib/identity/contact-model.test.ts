import { states } from '@/app/_ui/form/states';
import { contactInput, lastNameInput } from './contact-model';

const typed = { addressLine1: '12 Elm St', city: 'Hartford', state: 'CT', postalCode: '06103' };
const messagesOf = (change: object) => {
  const parsed = contactInput.safeParse({ ...typed, ...change });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join());
};

test.each([
  ['860-555-0123', '860-555-0123'],
  ['(860) 555 0123', '860-555-0123'],
  ['+1 860.555.0123', '860-555-0123'],
  ['18605550123', '860-555-0123'],
  ['+44 20 7946 0958', '+442079460958'],
  ['', undefined],
  [undefined, undefined],
])('the phone number %j is kept as %j', (phone, kept) => {
  expect(contactInput.parse({ ...typed, phone }).phone).toBe(kept);
});

test.each(['555-0123', '860-555-012x', '+12', 'none'])('%j is no phone number', (phone) => {
  expect(messagesOf({ phone })).toEqual(['phone']);
});

test.each([
  ['06103', '06103'],
  [' 06103-1234 ', '06103-1234'],
  ['061031234', '06103-1234'],
])('the ZIP code %j is kept as %j', (postalCode, kept) => {
  expect(contactInput.parse({ ...typed, postalCode }).postalCode).toBe(kept);
});

test.each(['6103', '0610', '06103-12', 'ABCDE'])('%j is no ZIP code', (postalCode) => {
  expect(messagesOf({ postalCode })).toEqual(['postalCode']);
});

test('every state that the form offers is taken, and no other', () => {
  for (const { value } of states) expect(messagesOf({ state: value })).toEqual([]);
  for (const state of ['', 'ZZ', 'ct']) expect(messagesOf({ state })).toEqual(['state']);
});

test('everything that is missing is told at once', () => {
  expect(messagesOf({ addressLine1: ' ', city: '', state: '', postalCode: '' })).toEqual(['addressLine1', 'city', 'state', 'postalCode']);
});

test('a name without a date, and a date that does not exist, are told by the field', () => {
  const parsed = lastNameInput.safeParse({ lastName: '', birthDateMonth: '2', birthDateDay: '30', birthDateYear: '1980' });
  expect(parsed.error?.issues.map((issue) => issue.path.join())).toEqual(['lastName', 'birthDate']);
});
