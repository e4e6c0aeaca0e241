/**
 * Crockford base 32: digits and capitals without I, L, O and U, so that what a person reads aloud or types back
 * from paper has one reading.
 */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a person typed, in the one spelling we store: no spaces or hyphens, capitals, O as 0, I and L as 1. */
export function normaliseCode(typed: string): string {
  return typed
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

const checkAlphabet = `${crockfordAlphabet}*~$=U`;

/**
 * ISO 7064-style pure system with modulus 37 and radix 2: catches every single wrong character and every swap of neighbours.
 * The check character comes from Crockford's 37 symbols; callers that need a plain one skip codes whose check is not.
 */
export function checkCharacter(code: string): string {
  let sum = 0;
  for (const character of code) {
    const value = crockfordAlphabet.indexOf(character);
    if (value < 0) throw new Error('A code holds only the letters and digits of Crockford base 32');
    sum = ((sum + value) * 2) % 37;
  }
  return checkAlphabet.charAt((37 + 1 - sum) % 37);
}

export function hasPlainCheckCharacter(code: string): boolean {
  return crockfordAlphabet.includes(checkCharacter(code));
}

export function checksOut(codeWithCheck: string): boolean {
  const code = codeWithCheck.slice(0, -1);
  if (![...code].every((character) => crockfordAlphabet.includes(character))) return false;
  return code.length > 0 && checkCharacter(code) === codeWithCheck.slice(-1);
}
