const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v', 'esq']);

/**
 * The one spelling in which names are compared: no accents, case, spaces, apostrophes, hyphens or points, no Jr or III.
 * Names are stored as typed; only comparisons use this.
 */
export function nameKey(name: string): string {
  const parts = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .split(/[\s.,]+/)
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter(Boolean);
  const kept = parts.filter((part, at) => at === 0 || !suffixes.has(part));
  return kept.join('');
}

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};
