import { areSynonyms } from './first-name-synonyms';
import { nameWords } from './names';
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

/** A name as it is compared: worked out once, however many ways it is compared in. */
type Spelled = { readonly key: string; readonly words: readonly string[] };

/** The names on file against those typed, in whichever order of the two boxes agrees better. */
export function compareNames(typed: TypedNames, onFile: NamesOnFile): NameAgreement {
  const [first, last] = [spelled(typed.firstName), spelled(typed.lastName)];
  const filed = {
    first: spelled(onFile.firstName),
    middle: spelled(onFile.middleName ?? ''),
    lasts: onFile.lastNames.map(spelled),
  };
  const straight = compareInOrder(first, last, filed);
  if (weight(straight) === most) return straight;
  const swapped = compareInOrder(last, first, filed);
  return weight(swapped) > weight(straight) ? swapped : straight;
}

function spelled(name: string): Spelled {
  const words = nameWords(name);
  return { key: words.join(''), words };
}

export const both = ({ firstName, lastName }: NameAgreement): boolean => firstName !== 'differs' && lastName !== 'differs';
export const either = ({ firstName, lastName }: NameAgreement): boolean => firstName !== 'differs' || lastName !== 'differs';

type FiledNames = { readonly first: Spelled; readonly middle: Spelled; readonly lasts: readonly Spelled[] };

function compareInOrder(first: Spelled, last: Spelled, filed: FiledNames): NameAgreement {
  return { firstName: compareFirstNames(first, filed), lastName: best(filed.lasts.map((name) => compareSpelled(last, name))) };
}

// People go by their middle name, or by both names; on file either may stand alone.
function compareFirstNames(typed: Spelled, { first, middle }: FiledNames): Agreement {
  const plain = best([compareSpelled(typed, first), goesBy(typed, first) ? 'near' : 'differs']);
  if (plain !== 'differs') return plain;
  return compareSpelled(typed, middle) === 'differs' ? 'differs' : 'near';
}

function goesBy(one: Spelled, other: Spelled): boolean {
  return one.words.some((word) => other.words.some((name) => areSynonyms(word, name)));
}

/** Equal, or near: one of the slips with which it is typed at times. */
export function compareWithSlips<Text extends string>(typed: Text, onFile: Text | undefined, slips: (typed: Text) => string[]): Agreement {
  if (typed === onFile) return 'equal';
  return onFile !== undefined && slips(typed).includes(onFile) ? 'near' : 'differs';
}

/** Equal, or near: misspelt, cut short, or one of several names equal (Garcia for García López). */
function compareSpelled(one: Spelled, other: Spelled): Agreement {
  if (one.key === '' || other.key === '') return 'differs';
  if (one.key === other.key) return 'equal';
  if (isMisspelling(one.key, other.key) || isCutShort(one.key, other.key)) return 'near';
  return shareWord(one.words, other.words) ? 'near' : 'differs';
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
const most = 2 * weights.equal;

function weight({ firstName, lastName }: NameAgreement): number {
  return weights[firstName] + weights[lastName];
}
