const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v', 'esq']);

/**
 * A name in the one spelling in which names are compared, word by word: no accents, case, apostrophes or points, no Jr or III.
 * Words end at spaces and hyphens. Names are stored as typed; only comparisons use this.
 */
export function nameWords(name: string): string[] {
  // Most names are one plain word.
  if (/^[A-Za-z]+$/.test(name)) return [name.toLowerCase()];
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    // Lower case may bring marks of its own (İ).
    .replace(/\p{M}/gu, '')
    .split(/[\s,\-‐-―−]+|\.(?=\p{L}{2})/u)
    // Modifier letters are apostrophes to most who type them (ʻokina, ʼ).
    .map((word) => word.replace(/[^\p{L}\p{N}]|\p{Lm}/gu, ''))
    .filter(Boolean);
  return words.filter((word, at) => at === 0 || !suffixes.has(word));
}

/** All words of a name in one. */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};

const soundGroups: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((group, at) => Array.from(group, (letter) => [letter, String(at + 1)])),
);

/** What a name key sounds like, roughly (Soundex, with m and its length open): two spellings of a name often share it. */
export function soundOf(key: string): string {
  const [first = '', ...rest] = key;
  let last = soundGroups[first] ?? '';
  let sound = first;
  for (const letter of rest) {
    const group = soundGroups[letter] ?? '';
    if (group !== last && group !== '') sound += group;
    last = group;
  }
  return sound;
}
