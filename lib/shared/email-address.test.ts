import { emailAddress, emailKey, maskEmail } from './email-address';

test.each([
  'name@example.com',
  'first.last+cecs@mail.example.ct.us',
  "o'neill@example.com",
  'n@e.co',
  `${'a'.repeat(64)}@example.com`,
])('%s is an address', (typed) => {
  expect(emailAddress.parse(typed)).toBe(typed);
});

test('spaces around it are not part of it', () => {
  expect(emailAddress.parse('  name@example.com\n')).toBe('name@example.com');
});

test.each([
  ['nothing', ''],
  ['no domain', 'name'],
  ['a domain without a dot', 'name@example'],
  ['two addresses', 'name@example.com,other@example.com'],
  ['an address in brackets', 'Name <name@example.com>'],
  ['a quoted name', '"name@other.com"@example.com'],
  ['a comment', 'name(comment)@example.com'],
  ['a space inside', 'na me@example.com'],
  ['a header on a second line', 'name@example.com\r\nBcc: other@example.com'],
  ['a look-alike at sign', 'name＠example.com'],
  ['a look-alike letter', 'nаme@example.com'],
  ['two at signs', 'name@other.com@example.com'],
  ['two dots together', 'first..last@example.com'],
  ['a dot at the start', '.name@example.com'],
  ['a dot before the at sign', 'name.@example.com'],
  ['a domain that ends with a hyphen', 'name@example-.com'],
  ['a domain that begins with a dot', 'name@.example.com'],
  ['an address of a machine', 'name@[127.0.0.1]'],
  ['a name of 65 characters', `${'a'.repeat(65)}@example.com`],
  ['255 characters', `name@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.com`],
])('%s is refused', (_, typed) => {
  expect(emailAddress.safeParse(typed).success).toBe(false);
});

test('two spellings of one address have one key', () => {
  expect(emailKey(' Name@Example.COM ')).toBe(emailKey('name@example.com'));
});

test.each([
  ['name@example.com', 'n•••@example.com'],
  ['n@example.com', 'n•••@example.com'],
])('%s is shown as %s', (address, shown) => {
  expect(maskEmail(address)).toBe(shown);
});
