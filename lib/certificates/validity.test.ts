import fc from 'fast-check';
import type { ApplicationKind } from '@/lib/rulebook/model';
import { addDays, addMonths, day, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { certificateOf, on, ruleSet } from '@/tests/support/rule-set';
import {
  extensionOf,
  inSuccession,
  isInTime,
  newValidity,
  standingByDates,
  standingOn,
  validThrough,
  windowOpens,
  type Issue,
} from './validity';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('2017-01-01'), count));

describe('the last day', () => {
  test.each<[string, [string, string], string, string]>([
    ['on its last day the day before the law changed', ['2022-07-01', '2025-06-30'], '2026-01-01', '2025-06-30'],
    ['on its last day the day the law changed', ['2022-07-02', '2025-07-01'], '2026-01-01', '2032-07-01'],
    ['asked about before the law changed', ['2023-01-01', '2025-12-31'], '2025-06-30', '2025-12-31'],
    ['asked about the day the law changed', ['2023-01-01', '2025-12-31'], '2025-07-01', '2032-12-31'],
    ['issued the day before the law changed', ['2025-06-30', '2028-06-29'], '2026-01-01', '2035-06-29'],
    ['issued the day the law changed, which its own record rules', ['2025-07-01', '2028-06-30'], '2026-01-01', '2028-06-30'],
    ['issued on 29 February', ['2024-02-29', '2027-02-28'], '2026-01-01', '2034-02-28'],
    ['recorded with a longer time', ['2015-01-01', '2026-12-31'], '2026-01-01', '2026-12-31'],
  ])('of an Initial %s', (_what, [issuedOn, expiresOn], asked, expected) => {
    expect(validThrough(certificateOf('INITIAL', expiresOn, { issuedOn }), on(asked))).toBe(expected);
  });

  test('of an Initial imported with its moved end is the same before the law by the printed date, after it by the law', () => {
    const imported = certificateOf('INITIAL', '2033-01-14', { issuedOn: '2023-01-15', printedExpiresOn: '2026-01-14' });
    expect(validThrough(imported, on('2025-06-30'))).toBe('2026-01-14');
    expect(validThrough(imported, on('2025-07-01'))).toBe('2033-01-14');
    expect(extensionOf(imported, ruleSet)?.yearsFromIssue).toBe(10);
  });

  test.each(['PROVISIONAL', 'PROFESSIONAL', 'INTERIM_INITIAL', 'DSAP'])('of a %s is the recorded one', (typeKey) => {
    expect(validThrough(certificateOf(typeKey, '2026-06-30'), on('2026-01-01'))).toBe('2026-06-30');
  });

  test('there is none of a certificate without an end', () => {
    expect(validThrough(certificateOf('STANDARD_PERMANENT', null), on('2026-01-01'))).toBeNull();
    expect(validThrough(certificateOf('INITIAL', null), on('2026-01-01'))).toBeNull();
  });

  test('is never earlier than the recorded one', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (issuedOn, expiresOn, asked) => {
        const through = validThrough(certificateOf('INITIAL', expiresOn, { issuedOn }), on(asked));
        expect(must(through, 'an end') >= expiresOn).toBe(true);
      }),
    );
  });
});

describe('where a certificate stands', () => {
  const professional = certificateOf('PROFESSIONAL', '2027-06-30');

  test.each([
    ['2026-12-29', { state: 'current', through: '2027-06-30' }],
    ['2026-12-30', { state: 'expiring', through: '2027-06-30' }],
    ['2027-06-30', { state: 'expiring', through: '2027-06-30' }],
    ['2027-07-01', { state: 'lapsed', through: '2027-06-30' }],
    ['2020-06-30', { state: 'not_yet', from: '2020-07-01', through: '2027-06-30' }],
  ])('on %s', (asked, standing) => {
    expect(standingOn(professional, on(asked))).toEqual(standing);
    expect(standingByDates(professional, on(asked))).toEqual(standing);
  });

  test('without an end it stays current', () => {
    expect(standingOn(certificateOf('STANDARD_PERMANENT', null), on('2040-01-01'))).toEqual({ state: 'current', through: null });
  });

  test('a followed one is past from the day its follower starts, not before', () => {
    const followed = { ...professional, followedBy: { number: 'K000000020', from: day('2027-07-01') } };
    expect(standingOn(followed, on('2027-06-30')).state).toBe('expiring');
    expect(standingOn(followed, on('2027-07-01'))).toEqual({ state: 'followed', by: 'K000000020', from: '2027-07-01' });
  });

  test('a revoked one has ended from that day, whatever its dates', () => {
    const revoked = { ...professional, ended: { because: 'revoked', on: day('2026-03-01') } as const };
    expect(standingOn(revoked, on('2026-02-28')).state).toBe('current');
    expect(standingOn(revoked, on('2026-03-01'))).toEqual({ state: 'ended', because: 'revoked', on: '2026-03-01' });
  });
});

describe('imported certificates of one person', () => {
  const initial = certificateOf('INITIAL', '2013-06-30', { issuedOn: '2010-07-01' }, { id: 'a', number: 'A' });
  const provisional = certificateOf('PROVISIONAL', '2021-06-30', { issuedOn: '2013-07-01' }, { id: 'b', number: 'B' });
  const professional = certificateOf('PROFESSIONAL', '2026-06-30', { issuedOn: '2021-07-01' }, { id: 'c', number: 'C' });
  const administrator = certificateOf('INITIAL', '2033-06-30', { issuedOn: '2023-07-01' }, { id: 'd', number: 'D', endorsements: ['092'] });

  test('each follows the one before that shares an endorsement, and no other', () => {
    const all = inSuccession([administrator, professional, initial, provisional]);
    const followers = Object.fromEntries(all.map(({ number, followedBy }) => [number, followedBy?.number ?? null]));
    expect(followers).toEqual({ A: 'B', B: 'C', C: null, D: null });
  });

  test('permits without endorsements follow permits of the same type', () => {
    const none = { endorsements: [] };
    const first = certificateOf('COACH_5YR', '2020-06-30', { issuedOn: '2015-07-01' }, { ...none, id: 'e', number: 'E' });
    const second = certificateOf('COACH_5YR', '2025-06-30', { issuedOn: '2020-07-01' }, { ...none, id: 'f', number: 'F' });
    const other = certificateOf('SUB_NO_BA', '2026-06-30', { issuedOn: '2025-09-01' }, { ...none, id: 'g', number: 'G' });
    expect(inSuccession([first, second, other]).map(({ followedBy }) => followedBy?.number)).toEqual(['F', undefined, undefined]);
  });

  test('a follower that is named stays', () => {
    const named = { ...initial, followedBy: { number: 'Z', from: day('2013-01-01') } };
    expect(inSuccession([named, provisional])[0]?.followedBy?.number).toBe('Z');
  });
});

describe('the window opens', () => {
  test.each([
    ['2027-06-30', '2026-12-30'],
    ['2027-07-01', '2027-01-01'],
    ['2027-08-31', '2027-02-28'],
    ['2028-08-31', '2028-02-29'],
    ['2027-08-29', '2027-02-28'],
    ['2028-02-29', '2027-08-29'],
    ['2027-03-31', '2026-09-30'],
    ['2026-09-14', '2026-03-14'],
    ['2026-11-08', '2026-05-08'],
  ])('six months before %s: on %s', (through, expected) => {
    expect(windowOpens(day(through), { value: 6, unit: 'months' })).toBe(expected);
  });

  test('in weeks and days too', () => {
    expect(windowOpens(day('2027-06-30'), { value: 6, unit: 'weeks' })).toBe('2027-05-19');
    expect(windowOpens(day('2026-03-10'), { value: 14, unit: 'days' })).toBe('2026-02-24');
    expect(() => windowOpens(day('2027-06-30'), { value: 5, unit: 'percent' })).toThrow('percent');
  });
});

describe('in time', () => {
  test.each([
    ['at 11:58 p.m. on the last day in winter', '2027-02-01T04:58:00Z', '2027-01-31', true],
    ['at midnight after the last day in winter', '2027-02-01T05:00:00Z', '2027-01-31', false],
    ['at 11:58 p.m. on the last day in summer', '2027-07-01T03:58:00Z', '2027-06-30', true],
    ['at midnight after the last day in summer', '2027-07-01T04:00:00Z', '2027-06-30', false],
    ['at 11:58 p.m. on the day the clocks go forward', '2027-03-15T03:58:00Z', '2027-03-14', true],
    ['at midnight after the day the clocks go forward', '2027-03-15T04:00:00Z', '2027-03-14', false],
    ['at 11:58 p.m. on the day the clocks go back', '2026-11-02T04:58:00Z', '2026-11-01', true],
    ['at midnight after the day the clocks go back', '2026-11-02T05:00:00Z', '2026-11-01', false],
  ])('%s', (_what, at, through, expected) => {
    expect(isInTime(new Date(at), day(through))).toBe(expected);
  });
});

describe('a new certificate', () => {
  const renewal: Issue = {
    kind: 'continue_professional',
    typeKey: 'PROFESSIONAL',
    submittedOn: day('2027-06-30'),
    filedOn: day('2027-06-30'),
    issuedOn: day('2027-08-15'),
    oldEnd: day('2027-06-30'),
  };

  test.each<[string, Partial<Issue>, string, string]>([
    ['renewed in time starts the day after the old end', {}, '2027-07-01', '2037-06-30'],
    ['renewed early too', { issuedOn: day('2027-03-01') }, '2027-07-01', '2037-06-30'],
    ['renewed a day late starts when issued', { filedOn: day('2027-07-01') }, '2027-08-15', '2037-08-14'],
    ['whose fee never came starts when issued', { filedOn: null }, '2027-08-15', '2037-08-14'],
    ['runs by the rules of the day of submission', { submittedOn: day('2025-06-30') }, '2027-07-01', '2032-06-30'],
    ['that is an advance starts when issued', { kind: 'advance_to_professional' }, '2027-08-15', '2037-08-14'],
    ['without a former one starts when issued', { kind: 'first_certificate_ct', typeKey: 'INITIAL', oldEnd: null }, '2027-08-15', '2037-08-14'],
    ['from 29 February runs through 28 February', { filedOn: null, issuedOn: day('2028-02-29') }, '2028-02-29', '2038-02-28'],
    ['from 1 March runs through the leap day', { filedOn: null, issuedOn: day('2026-03-01') }, '2026-03-01', '2036-02-29'],
    ['for months', { typeKey: 'INTERIM_INITIAL_NR', submittedOn: day('2025-01-02'), filedOn: null }, '2027-08-15', '2028-08-14'],
    ['for a school year ends on 30 June', { kind: 'substitute', typeKey: 'SUB_NO_BA', filedOn: null }, '2027-08-15', '2028-06-30'],
    ['for a school year begun in June too', { kind: 'substitute', typeKey: 'SUB_NO_BA', issuedOn: day('2027-06-30') }, '2027-06-30', '2027-06-30'],
  ])('%s', (_what, change, effectiveOn, expiresOn) => {
    expect(newValidity({ ...renewal, ...change }, ruleSet)).toEqual({ ok: true, value: { effectiveOn, expiresOn } });
  });

  test.each<[string, Partial<Issue>, string]>([
    ['Provisional since July 2025', { kind: 'advance_to_provisional', typeKey: 'PROVISIONAL', submittedOn: day('2025-07-01') }, 'no_sourced_validity'],
    ['Resident certificate', { kind: 'resident', typeKey: 'RESIDENT' }, 'no_sourced_validity'],
    ['90-day certificate', { kind: 'temp90', typeKey: 'TEMP90' }, 'counted_in_school_days'],
  ])('that is a %s has no computed end', (_what, change, error) => {
    expect(newValidity({ ...renewal, ...change }, ruleSet)).toEqual({ ok: false, error });
  });

  test('ends the day before its anniversary, and a timely renewal leaves neither gap nor overlap', () => {
    const kinds: [ApplicationKind, string][] = [
      ['continue_professional', 'PROFESSIONAL'],
      ['renew_initial', 'INITIAL'],
      ['renew_coaching_5yr', 'COACH_5YR'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyDay, anyDay, anyDay, ([kind, typeKey], submittedOn, issuedOn, oldEnd) => {
        const made = newValidity({ kind, typeKey, submittedOn, filedOn: submittedOn, issuedOn, oldEnd }, ruleSet);
        if (!made.ok) throw new Error(made.error);
        const { effectiveOn, expiresOn } = made.value;
        expect(effectiveOn).toBe(submittedOn <= oldEnd ? addDays(oldEnd, 1) : issuedOn);
        expect(addDays(expiresOn, 1).slice(5)).toBe(anniversaryDate(effectiveOn, expiresOn));
        expect(addMonths(effectiveOn, 12) <= addDays(expiresOn, 1)).toBe(true);
      }),
    );
  });
});

/** 29 February has its anniversary on 1 March of a common year. */
function anniversaryDate(start: Day, end: Day): string {
  const isLeap = addDays(day(`${end.slice(0, 4)}-02-28`), 1).endsWith('-02-29');
  return start.endsWith('-02-29') && !isLeap ? '03-01' : start.slice(5);
}
