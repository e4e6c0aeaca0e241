import { affectedBy, messageOf, serverErrors, summaryOf } from './form-messages';

const fromServer = { type: 'server', message: 'Use another address' };
const fromBrowser = { type: 'custom', message: 'The two addresses differ' };

test('each field shows the first thing the server says about it', () => {
  const state = { status: 'invalid', fieldErrors: { email: ['Use another address', 'Too long'], city: [] }, values: {} } as const;
  expect(serverErrors(state)).toEqual({ email: fromServer });
});

test('a refusal about the whole form marks no field', () => {
  expect(serverErrors({ status: 'refused', message: 'No', values: {} })).toBeUndefined();
  expect(serverErrors({ status: 'idle' })).toBeUndefined();
});

test.each([
  ['a plain message', fromBrowser, 'The two addresses differ'],
  ['a list with one wrong entry', [undefined, { type: 'custom', message: 'Choose another' }], 'Choose another'],
  ['an empty message', { type: 'custom', message: '' }, ''],
  ['nothing', undefined, undefined],
])('%s is read as what it says', (_what, error, expected) => {
  expect(messageOf(error)).toBe(expected);
});

test('the summary leaves out what has no message', () => {
  expect(summaryOf({ email: fromServer, root: {} })).toEqual([{ name: 'email', message: 'Use another address' }]);
});

test.each([
  ['a change elsewhere leaves what the server said', 'phone', { email: fromServer }, []],
  ['a change of the field answers what the server said', 'email', { email: fromServer }, ['email']],
  ['a part of a date answers for the date', 'birthDateYear', { birthDate: fromServer }, ['birthDate']],
  ['a message of the browser may rest on two fields', 'email', { verifyEmail: fromBrowser }, ['verifyEmail']],
])('%s', (_what, changed, errors, expected) => {
  expect(affectedBy(changed, errors)).toEqual(expected);
});
