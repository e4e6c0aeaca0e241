import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  day,
  dayInConnecticut,
  daysBetween,
  formatDay,
  formatInstant,
  makeDay,
  parseDay,
  yearsBetween,
  type Day,
} from './days';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => day(at.toISOString().slice(0, 10)));

test('the tests run far from Connecticut', () => {
  expect(new Date('2026-06-30T20:00:00Z').getDate()).toBe(1);
});

describe('what is a day', () => {
  test.each(['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'],
    ...['2026-1-31', '01/31/2026', '2026-01-31T00:00:00Z', ' 2026-01-31', '2026-01-31\n', '', '+002026-01-31'],
  ])('%j does not', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow();
  });

  test.each([
    [2026, 2.5, 1],
    [Number.NaN, 1, 1],
    [10_000, 1, 1],
    [2026, 1, -1],
  ])('year %p month %p day %p is none', (year, month, dayOfMonth) => {
    expect(makeDay(year, month, dayOfMonth)).toBeUndefined();
  });

  test('a day read back is the day that was written', () => {
    fc.assert(fc.property(anyDay, (one) => parseDay(one) === one));
  });
});

describe('which day it is in Connecticut', () => {
  test.each([
    ['before midnight in summer', '2026-07-01T03:59:59.999Z', '2026-06-30'],
    ['at midnight in summer', '2026-07-01T04:00:00Z', '2026-07-01'],
    ['before midnight in winter', '2026-01-01T04:59:59.999Z', '2025-12-31'],
    ['at midnight in winter', '2026-01-01T05:00:00Z', '2026-01-01'],
    ['on the night the clocks go forward', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['on the night the clocks go back', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['on a leap day', '2028-03-01T04:59:59Z', '2028-02-29'],
  ])('%s', (_, at, expected) => {
    expect(dayInConnecticut(new Date(at))).toBe(expected);
  });

  test('a later instant is never an earlier day, through every change of the clocks', () => {
    const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 7_200_000 }), (at, later) => {
        const gap = daysBetween(dayInConnecticut(new Date(at)), dayInConnecticut(new Date(at + later)));
        return gap === 0 || gap === 1;
      }),
    );
  });
});

describe('counting days', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-11-01', 1, '2026-11-02'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2025-07-01', 3652, '2035-07-01'],
  ])('%s and %p days is %s', (start, count, expected) => {
    expect(addDays(day(start), count)).toBe(expected);
  });

  test('going and coming back ends where it began, as far as was counted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (start, count) => {
        const end = addDays(start, count);
        return addDays(end, -count) === start && daysBetween(start, end) === count;
      }),
    );
  });

  test('days compare as text', () => {
    fc.assert(fc.property(anyDay, anyDay, (one, other) => one < other === daysBetween(one, other) > 0));
  });
});

describe('counting months and years', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2026-06-30', 0, '2026-06-30'],
  ])('%s and %p months is %s', (start, count, expected) => {
    expect(addMonths(day(start), count)).toBe(expected);
  });

  test.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2025-07-01', 10, '2035-07-01'],
  ])('%s and %p years is %s', (start, count, expected) => {
    expect(addYears(day(start), count)).toBe(expected);
  });

  test('the month is the one counted to, on the same day of it or its last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (start, count) => {
        const end = addMonths(start, count);
        const isLast = addDays(end, 1).slice(5, 7) !== end.slice(5, 7);
        const kept = end.slice(8) === start.slice(8) || (isLast && end.slice(8) < start.slice(8));
        return kept && monthsSinceZero(end) - monthsSinceZero(start) === count;
      }),
    );
  });
});

describe('whole years between days', () => {
  test.each([
    ['2000-06-15', '2026-06-14', 25],
    ['2000-06-15', '2026-06-15', 26],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['2026-06-15', '2026-06-15', 0],
    ['2026-06-15', '2026-06-14', -1],
  ])('from %s to %s: %p', (from, to, years) => {
    expect(yearsBetween(day(from), day(to))).toBe(years);
  });
});

describe('days past the end of the calendar', () => {
  const last: Day = day('9999-12-31');
  const first: Day = day('0001-01-01');
  test.each([
    ['a day after the last', () => addDays(last, 1)],
    ['a month after the last', () => addMonths(last, 1)],
    ['a day before the first', () => addDays(first, -1)],
    ['a year before the first', () => addYears(first, -1)],
  ])('%s throws and is not cut short', (_, count) => {
    expect(count).toThrow();
  });
});

test('dates are written out in the American order', () => {
  expect(formatDay(day('2026-06-30'))).toBe('June 30, 2026');
  expect(formatDay(day('2026-01-01'))).toBe('January 1, 2026');
});

test.each([
  ['2026-11-25T04:58:00Z', 'November 24, 2026 at 11:58 PM Eastern Time'],
  ['2026-07-01T04:00:00Z', 'July 1, 2026 at 12:00 AM Eastern Time'],
])('the instant %s is written as Connecticut reads it', (at, expected) => {
  expect(formatInstant(new Date(at)).replace(/\u202f/g, ' ')).toBe(expected);
});

function monthsSinceZero(one: Day): number {
  return Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
}
