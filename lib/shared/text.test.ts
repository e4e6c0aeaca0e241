import { copiedLine, line, maskSsn, optionalLine, paragraph } from './text';

const name = line('your first name', 20);
const statement = paragraph('what happened', 60, 'It stays in the file.');

test.each([
  ['kept as typed', "Mary-Jane O'Neill", "Mary-Jane O'Neill"],
  ['trimmed', '  Ana  ', 'Ana'],
  ['with single spaces', 'Ana   María', 'Ana María'],
  ['composed', 'Jose\u0301', 'José'],
  ['on one line', 'Ana\nMaría', 'Ana María'],
])('a line is %s', (_, typed, expected) => {
  expect(name.parse(typed)).toBe(expected);
});

test.each([
  ['empty', '   ', 'Enter your first name.'],
  ['too long', 'a'.repeat(21), 'Use at most 20 characters for your first name.'],
  ['with a zero-width space', 'An\u200ba', 'Remove the invisible characters; type it by hand.'],
  ['with its direction turned', 'An\u202ea', 'Remove the invisible characters; type it by hand.'],
  ['with a null', 'An\u0000a', 'Remove the invisible characters; type it by hand.'],
])('a line that is %s is refused in words', (_, typed, words) => {
  expect(name.safeParse(typed).error?.issues.map((issue) => issue.message)).toContain(words);
});

test.each([undefined, '', '  '])('an optional line left as %j is absent', (typed) => {
  expect(optionalLine('your middle name').parse(typed)).toBeUndefined();
});

test('an optional line that was typed is held to the same', () => {
  expect(optionalLine('your middle name').parse(' Ann ')).toBe('Ann');
  expect(optionalLine('your middle name', 5).safeParse('Annabella').success).toBe(false);
});

test('a paragraph keeps its lines, in one kind of line end', () => {
  expect(statement.parse(' First.\r\nSecond.\rThird.\n')).toBe('First.\nSecond.\nThird.');
});

test.each([
  ['empty', ' \n ', 'Say what happened. It stays in the file.'],
  ['not there', undefined, 'Say what happened. It stays in the file.'],
  ['too long', 'a'.repeat(61), 'Use at most 60 characters for what happened.'],
  ['with an invisible character', 'First.\n\u2066Second.', 'Remove the invisible characters; type it by hand.'],
])('a paragraph that is %s is refused in words', (_, typed, words) => {
  expect(statement.safeParse(typed).error?.issues.map((issue) => issue.message)).toContain(words);
});

test.each(['My number is 517-43-2096.', '517 43 2096', '517.43.2096', 'SSN517432096'])('a Social Security number in %j is refused', (typed) => {
  const [issue] = statement.safeParse(typed).error?.issues ?? [];
  expect(issue?.message).toMatch(/^Take out the Social Security number/);
  expect(maskSsn(typed)).toContain('•••-••-••••');
  expect(maskSsn(typed)).not.toMatch(/2096/);
});

test('nor does a line take one, but copied from paper nine digits may be a serial number', () => {
  expect(name.safeParse('517432096').error?.issues.map((issue) => issue.message)).toEqual([expect.stringMatching(/^Take out the Social/)]);
  expect(copiedLine('the serial number', 40).parse('517432096')).toBe('517432096');
});

test.each(['Call 860-713-6969.', 'Hartford, CT 06115-0471', 'EIN 1900000255', 'On 2026-11-25', '517-43 2096'])('%j is no Social Security number', (typed) => {
  expect(statement.parse(typed)).toBe(typed);
});
