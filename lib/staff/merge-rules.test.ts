import fc from 'fast-check';
import { nameKey } from '@/lib/identity/names';
import {
  compared,
  fieldText,
  mergeFields,
  mergedRecord,
  mergeRefusal,
  namesBeside,
  recordText,
  suggestedChoices,
  type Compared,
  type MergeChoices,
  type MergeField,
  type PlainRecord,
} from './merge-rules';

const fields = Object.keys(mergeFields) as MergeField[];
const chosen = (some: Partial<MergeChoices> = {}): MergeChoices => ({ ...(Object.fromEntries(fields.map((field) => [field, 'stays'])) as MergeChoices), ...some });
const noContact = { email: null, phone: null, addressLine1: null, addressLine2: null, city: null, state: null, postalCode: null };

const stays: PlainRecord = {
  names: { firstName: 'Ana', middleName: null, lastName: 'Alba', suffix: null },
  contact: { ...noContact, email: 'ana@example.test', addressLine1: '1 Elm Street', city: 'Hartford', state: 'CT', postalCode: '06103' },
  previousLastNames: ['Diaz'],
};
const goes: PlainRecord = {
  names: { firstName: 'Anna', middleName: 'Maria', lastName: 'Blanco', suffix: 'II' },
  contact: { ...noContact, phone: '860-555-0123', addressLine1: '2 Oak Street', addressLine2: 'Apt 3', city: 'New Haven', state: 'CT' },
  previousLastNames: ['Cruz', 'alba'],
};

const choices = fc.record(Object.fromEntries(fields.map((field) => [field, fc.constantFrom('stays' as const, 'goes' as const)]))) as fc.Arbitrary<MergeChoices>;

describe('one record of two', () => {
  it('has each field from where it was chosen, an address as a whole', () => {
    fc.assert(
      fc.property(choices, (some) => {
        const merged = mergedRecord(stays, goes, some);
        for (const field of fields) {
          expect(fieldText(merged, field)).toBe(fieldText(some[field] === 'stays' ? stays : goes, field));
        }
      }),
    );
  });

  it('is known by every last name of the two, each once and never the one it has', () => {
    fc.assert(
      fc.property(choices, (some) => {
        const { names, previousLastNames } = mergedRecord(stays, goes, some);
        const keys = [names.lastName, ...previousLastNames].map(nameKey);
        expect(new Set(keys)).toEqual(new Set(['Alba', 'Blanco', 'Cruz', 'Diaz'].map(nameKey)));
        expect(keys).toHaveLength(4);
      }),
    );
  });

  it('of a record and itself is that record', () => {
    const merged = mergedRecord(goes, goes, chosen({ email: 'goes' }));
    expect(recordText(merged)).toBe(recordText(goes));
  });
});

it.each<[string, readonly string[], string[]]>([
  ['García', ['Garcia', 'GARCÍA'], []],
  ['Smith', ['Jones', 'jones', 'Smith'], ['Jones']],
  ['Smith', [], []],
])('beside %s of %j stands %j', (lastName, others, beside) => {
  expect(namesBeside(lastName, others)).toEqual(beside);
});

it.each<[string | null | undefined, string | null | undefined, Compared]>([
  ['a', 'a', 'agree'],
  ['a', 'b', 'differ'],
  ['a', null, 'only_stays'],
  [undefined, 'b', 'only_goes'],
  [null, undefined, 'neither'],
  ['', '', 'neither'],
])('%j and %j: %s', (one, other, answer) => {
  expect(compared(one, other)).toBe(answer);
});

it.each<[Compared, 'stays' | 'goes']>([
  ['agree', 'stays'],
  ['differ', 'stays'],
  ['only_stays', 'stays'],
  ['only_goes', 'goes'],
  ['neither', 'stays'],
])('where they %s, %s is suggested', (compare, side) => {
  const all = Object.fromEntries(fields.map((field) => [field, compare])) as Record<MergeField, Compared>;
  expect(new Set(Object.values(suggestedChoices(all)))).toEqual(new Set([side]));
});

describe('two records stay two', () => {
  const facts = { isSame: false, isMergedAlready: false, areBothClaimed: false, ssn: 'differ' as Compared };

  it.each([
    [{ isSame: true, areBothClaimed: true }, undefined, 'same_record'],
    [{ isMergedAlready: true, areBothClaimed: true }, undefined, 'merged_already'],
    [{ areBothClaimed: true }, undefined, 'both_claimed'],
    [{ ssn: 'only_stays' as const }, 'goes' as const, 'ssn_would_be_lost'],
    [{ ssn: 'only_goes' as const }, 'stays' as const, 'ssn_would_be_lost'],
    [{ ssn: 'only_goes' as const }, 'goes' as const, undefined],
    [{ ssn: 'neither' as const }, 'goes' as const, undefined],
    [{ ssn: 'only_goes' as const }, undefined, undefined],
    [{}, 'goes' as const, undefined],
  ])('%j, SSN from %s: %s', (some, ssn, code) => {
    expect(mergeRefusal({ ...facts, ...some }, ssn && { ssn })).toBe(code);
  });
});

it('the text of a record changes with what somebody changes, and not with the order of earlier names', () => {
  expect(recordText(goes)).toBe(recordText({ ...goes, previousLastNames: goes.previousLastNames.toReversed() }));
  expect(recordText(goes)).not.toBe(recordText({ ...goes, names: { ...goes.names, suffix: null } }));
  expect(recordText(goes)).not.toBe(recordText({ ...goes, contact: { ...goes.contact, phone: null } }));
});
