import fc from 'fast-check';
import { nameKey, nameWords, soundOf } from './names';

test.each([
  ['Núñez', 'nunez'],
  ['Nu\u0301n\u0303ez', 'nunez'],
  ["O'Brien", 'obrien'],
  ['O’Brien', 'obrien'],
  ['Kaʻōpūiki', 'kaopuiki'],
  ['Smith-Jones-Brown', 'smithjonesbrown'],
  ['Smith‐Jones', 'smithjones'],
  ['Smith–Jones', 'smithjones'],
  ['Mary  Ann-Lee', 'maryannlee'],
  ['ST. JOHN', 'stjohn'],
  ['St.John', 'stjohn'],
  ['King, Jr.', 'king'],
  ['King III', 'king'],
  ['Müller', 'muller'],
  ['Straße', 'strasse'],
  ['Łukasz', 'lukasz'],
  ['İpek', 'ipek'],
  ['ﬁore', 'fiore'],
  ['王小明', '王小明'],
  ['V', 'v'],
  ['🙂', ''],
])('%s is compared as %s', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

test('words end at every space and every hyphen', () => {
  expect(nameWords('García-López de la Cruz')).toEqual(['garcia', 'lopez', 'de', 'la', 'cruz']);
});

const anyName = fc.string({ unit: 'grapheme', maxLength: 100 });

test('a key made again is the same key', () => {
  fc.assert(fc.property(anyName, (name) => nameKey(nameKey(name)) === nameKey(name)), { numRuns: 5_000 });
});

test.each([
  ['smith', 'smyth'],
  ['kathryn', 'katheryn'],
  ['lademan', 'ladeaman'],
])('%s sounds like %s', (one, other) => {
  expect(soundOf(one)).toBe(soundOf(other));
});

test('no name is without an answer', () => {
  fc.assert(fc.property(anyName, (name) => typeof soundOf(nameKey(name)) === 'string'));
});
