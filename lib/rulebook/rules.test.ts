import fc from 'fast-check';
import { addDays, day } from '@/lib/shared/days';
import { ruleSet } from '@/tests/support/rule-set';
import {
  afterMonths,
  anniversary,
  assembleRuleSet,
  certificateFamily,
  conditionsOf,
  findEndorsement,
  gradesOn,
  inForce,
  settingOn,
  sourcesOf,
  validityOn,
} from './rules';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(day('1950-01-01'), count));

describe('how long a certificate runs', () => {
  test.each([
    ['INITIAL', '2025-06-30', 3, 'years'],
    ['INITIAL', '2025-07-01', 10, 'years'],
    ['INTERIM_INITIAL', '2026-01-01', 1, 'years'],
    ['INTERIM_INITIAL_NR', '2025-06-30', 12, 'months'],
    ['INTERIM_INITIAL_NR', '2025-07-01', 3, 'years'],
    ['PROVISIONAL', '2025-06-30', 8, 'years'],
    ['PROFESSIONAL', '2025-06-30', 5, 'years'],
    ['PROFESSIONAL', '2025-07-01', 10, 'years'],
    ['TEMP90', '2026-01-01', 90, 'school_days'],
    ['DSAP', '2026-01-01', 1, 'years'],
    ['SUB_NO_BA', '2026-01-01', 1, 'school_years'],
    ['SUB_LONG', '2026-01-01', 1, 'school_years'],
    ['COACH_5YR', '2026-01-01', 5, 'years'],
    ['COACH_TEMP', '2026-01-01', 1, 'years'],
    ['VITP', '2026-01-01', 1, 'years'],
    ['MIL_SPOUSE', '2018-07-01', 3, 'years'],
  ])('%s on %s: %i %s', (typeKey, asked, length, unit) => {
    expect(validityOn(ruleSet, typeKey, day(asked))).toMatchObject({ length, unit });
  });

  test.each([
    ['PROVISIONAL', '2025-07-01'],
    ['MIL_SPOUSE', '2018-06-30'],
    ['RESIDENT', '2026-01-01'],
    ['CSEP', '2026-01-01'],
    ['STANDARD_PERMANENT', '2026-01-01'],
    ['INITIAL', '2016-12-31'],
  ])('%s on %s: nobody says', (typeKey, asked) => {
    expect(validityOn(ruleSet, typeKey, day(asked))).toBeUndefined();
  });

  test('the ten years of a Professional are marked as assumed', () => {
    expect(validityOn(ruleSet, 'PROFESSIONAL', day('2025-07-01'))?.assumed).toBe(true);
    expect(validityOn(ruleSet, 'INITIAL', day('2025-07-01'))?.assumed).toBe(false);
  });
});

describe('the grades of an endorsement', () => {
  test.each([
    ['015', '2024-06-30', '7-12', null],
    ['015', '2024-07-01', '4-12', 'departmentalized below grade 7'],
    ['317', '2024-07-01', '4-12', 'departmentalized below grade 7'],
    ['305', '2025-06-30', '1-6', null],
    ['305', '2025-07-01', 'PK-6', null],
    ['013', '2025-06-30', 'K; 1-6', null],
    ['013', '2025-07-01', 'PK-6', null],
    ['042', '2026-01-01', 'PK-12', null],
    ['215', '2026-01-01', '4-8', null],
    ['041', '2026-01-01', '7-12', null],
    ['902', '2026-01-01', 'K-8', 'in a bilingual setting'],
    ['201', '2021-06-30', 'PK-6', null],
  ])('%s on %s: %s', (code, asked, grades, setting) => {
    expect(gradesOn(ruleSet, code, day(asked))).toMatchObject({ grades, setting });
  });

  test.each([
    ['035', '2026-01-01'],
    ['068', '2026-01-01'],
    ['201', '2021-07-01'],
    ['999', '2026-01-01'],
  ])('%s on %s: nobody says', (code, asked) => {
    expect(gradesOn(ruleSet, code, day(asked))).toBeUndefined();
  });

  test('every secondary teaching endorsement was widened on the same day', () => {
    const secondary = ruleSet.grades.filter((row) => row.toDay === '2024-06-30');
    expect(secondary).toHaveLength(18);
    expect(secondary.every(({ code }) => gradesOn(ruleSet, code, day('2024-07-01'))?.grades === '4-12')).toBe(true);
  });
});

test.each([
  ['015', 'teaching'],
  ['991', 'teaching'],
  ['204', 'teaching'],
  ['092', 'administrative'],
  ['068', 'special_services'],
  ['107', 'adult_education'],
])('endorsement %s is issued on a certificate of family %s', (code, family) => {
  const endorsement = findEndorsement(ruleSet, code);
  expect(endorsement && certificateFamily(endorsement)).toBe(family);
});

test('a row is in force from its first through its last day', () => {
  const row = { fromDay: day('2025-07-01'), toDay: day('2025-07-31') };
  const days = ['2025-06-30', '2025-07-01', '2025-07-31', '2025-08-01'].map(day);
  expect(days.map((asked) => inForce([row], asked).length)).toEqual([0, 1, 1, 0]);
});

test('the renewal window is six months, and unknown before our knowledge begins', () => {
  expect(settingOn(ruleSet, 'renewal_window', day('2026-01-01'))).toMatchObject({ value: 6, unit: 'months' });
  expect(settingOn(ruleSet, 'renewal_window', day('2016-12-31'))).toBeUndefined();
});

test('sources are found by their keys, and an unknown one is a bug', () => {
  expect(sourcesOf(ruleSet, 'S12;directions').map(({ title }) => title)).toEqual([
    'Certification and permit fees',
    "The agency's directions for setting up and using a CECS account",
  ]);
  expect(() => sourcesOf(ruleSet, 'S999')).toThrow('rule source S999');
  expect(() => conditionsOf(ruleSet, ['luck'])).toThrow('condition luck');
});

describe('whole years later', () => {
  test.each([
    ['2026-07-01', 10, '2036-07-01'],
    ['2028-02-29', 10, '2038-03-01'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2028-02-28', 10, '2038-02-28'],
    ['2026-03-01', 10, '2036-03-01'],
  ])('%s and %i years: %s', (start, years, expected) => {
    expect(anniversary(day(start), years)).toBe(expected);
  });

  test('is the same day of the year, or 1 March for 29 February', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (start, years) => {
        const later = anniversary(start, years);
        expect(Number(later.slice(0, 4))).toBe(Number(start.slice(0, 4)) + years);
        expect(later.slice(5) === start.slice(5) || (start.slice(5) === '02-29' && later.slice(5) === '03-01')).toBe(true);
      }),
    );
  });

  test('a month from 31 January is complete at the end of February', () => {
    expect(afterMonths(day('2026-01-31'), 1)).toBe('2026-03-01');
  });
});

test('a rule set cannot be assembled from what is no day or no kind', () => {
  const { version, ...rows } = ruleSet;
  const [setting] = ruleSet.settings;
  const [kind] = ruleSet.kinds;
  if (!setting || !kind) throw new Error('The rulebook is empty');
  expect(() => assembleRuleSet(version, { ...rows, settings: [{ ...setting, fromDay: '2025-02-30' }] })).toThrow('2025-02-30');
  expect(() => assembleRuleSet(version, { ...rows, kinds: [{ ...kind, key: 'fly' }] })).toThrow('fly');
});
