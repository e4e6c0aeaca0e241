import { checkCharacter, crockfordAlphabet, hasPlainCheckCharacter } from './check-characters';

/** What a reference names: an application, a case, a remittance slip, a certificate, a document that is asked for. Its first letter, and part of what is checked. */
export type ReferenceKind = 'A' | 'C' | 'R' | 'K' | 'D';

const digits = 6;

/**
 * The reference of a number from the sequence: letter, six characters, check character. `undefined` where the check would
 * be one of the symbols nobody can type; take the next number then.
 */
export function referenceOf(kind: ReferenceKind, number: number): string | undefined {
  let rest = number;
  let code = '';
  for (let at = 0; at < digits; at += 1) {
    code = crockfordAlphabet.charAt(rest % 32) + code;
    rest = Math.floor(rest / 32);
  }
  if (rest > 0) throw new Error('The sequence has outgrown its references');
  const body = kind + code;
  return hasPlainCheckCharacter(body) ? body + checkCharacter(body) : undefined;
}

/** "A00004K2" as "A000-04K2": in halves, to read aloud and copy. */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 4)}-${reference.slice(4)}`;
}
