import { areSynonyms } from './first-name-synonyms';
import { nameKey, nameWords } from './names';
import { isMisspelling } from './slips';

/** How one field on file compares with what was typed. */
export type Agreement = 'equal' | 'near' | 'differs';

export type TypedNames = { readonly firstName: string; readonly lastName: string };
export type NamesOnFile = {
  readonly firstName: string;
  readonly middleName?: string | null | undefined;
  /** The name now and each name before. */
  readonly lastNames: readonly string[];
};

export type NameAgreement = { readonly firstName: Agreement; readonly lastName: Agreement };

/** The names on file against those typed, in whichever order of the two boxes agrees better. */
export function compareNames(typed: TypedNames, onFile: NamesOnFile): NameAgreement {
  const straight = compareInOrder(typed.firstName, typed.lastName, onFile);
  const swapped = compareInOrder(typed.lastName, typed.firstName, onFile);
  return weight(swapped) > weight(straight) ? swapped : straight;
}

export const both = ({ firstName, lastName }: NameAgreement): boolean => firstName !== 'differs' && lastName !== 'differs';
export const either = ({ firstName, lastName }: NameAgreement): boolean => firstName !== 'differs' || lastName !== 'differs';

function compareInOrder(first: string, last: string, onFile: NamesOnFile): NameAgreement {
  return {
    firstName: compareFirstNames(first, onFile),
    lastName: best(onFile.lastNames.map((name) => compareNameParts(last, name))),
  };
}

// People go by their middle name, or by both names; on file either may stand alone.
function compareFirstNames(typed: string, { firstName, middleName }: NamesOnFile): Agreement {
  const plain = best([compareNameParts(typed, firstName), goesBy(typed, firstName) ? 'near' : 'differs']);
  if (plain !== 'differs' || !middleName) return plain;
  return compareNameParts(typed, middleName) === 'differs' ? 'differs' : 'near';
}

function goesBy(one: string, other: string): boolean {
  const others = nameWords(other);
  return nameWords(one).some((word) => others.some((name) => areSynonyms(word, name)));
}

/** Equal, or near: one of the slips with which it is typed at times. */
export function compareWithSlips<Text extends string>(typed: Text, onFile: Text | undefined, slips: (typed: Text) => string[]): Agreement {
  if (typed === onFile) return 'equal';
  return onFile !== undefined && slips(typed).includes(onFile) ? 'near' : 'differs';
}

/** Equal, or near: misspelt, cut short, or one of several names equal (Garcia for García López). */
export function compareNameParts(one: string, other: string): Agreement {
  const [key, otherKey] = [nameKey(one), nameKey(other)];
  if (key === '' || otherKey === '') return 'differs';
  if (key === otherKey) return 'equal';
  if (isMisspelling(key, otherKey) || isCutShort(key, otherKey)) return 'near';
  return shareWord(nameWords(one), nameWords(other)) ? 'near' : 'differs';
}

const leastCut = 3;

function isCutShort(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= leastCut && long.startsWith(short);
}

// "de la Cruz" and "de la Rosa" have nothing in common.
const particles = new Set(['de', 'del', 'da', 'das', 'do', 'dos', 'di', 'la', 'las', 'le', 'les', 'los', 'el', 'al', 'van', 'von', 'der', 'den', 'ter', 'bin', 'ibn', 'abu', 'san', 'santa', 'st', 'saint', 'mac', 'mc', 'y', 'e', 'o']);
const leastWord = 3;

function shareWord(words: readonly string[], others: readonly string[]): boolean {
  if (words.length === 1 && others.length === 1) return false;
  const telling = (word: string): boolean => word.length >= leastWord && !particles.has(word);
  return words.filter(telling).some((word) => others.filter(telling).some((other) => word === other || isMisspelling(word, other)));
}

/** Of several ways to compare one field, the one that agrees most. */
export function best(agreements: readonly Agreement[]): Agreement {
  if (agreements.includes('equal')) return 'equal';
  return agreements.includes('near') ? 'near' : 'differs';
}

const weights: Record<Agreement, number> = { equal: 2, near: 1, differs: 0 };

function weight({ firstName, lastName }: NameAgreement): number {
  return weights[firstName] + weights[lastName];
}
