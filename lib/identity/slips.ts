import type { Day } from '@/lib/shared/days';

/** The SSNs that differ from this one by one wrong digit or two neighbours swapped: 81 and at most 8. */
export function ssnSlips(ssn: string): string[] {
  return digitSlips(ssn);
}

/** How many different SSNs these are, a slip and what was meant counting as one. */
export function countDistinctSsns(ssns: readonly string[]): number {
  const distinct: string[] = [];
  for (const ssn of ssns) {
    if (!distinct.includes(ssn) && !ssnSlips(ssn).some((slip) => distinct.includes(slip))) distinct.push(ssn);
  }
  return distinct.length;
}

/**
 * The days that differ from this one by one wrong digit, two neighbours swapped, or month and day swapped. Not all of them
 * exist: nobody was born on those.
 */
export function daySlips(day: Day): string[] {
  const digits = digitSlips(day.replaceAll('-', '')).map((slip) => `${slip.slice(0, 4)}-${slip.slice(4, 6)}-${slip.slice(6)}`);
  return [...new Set([...digits, monthAndDaySwapped(day)])].filter((slip) => slip !== day);
}

export function monthAndDaySwapped(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}-${date}-${month}`;
}

function digitSlips(digits: string): string[] {
  const slips = new Set<string>();
  for (let at = 0; at < digits.length; at += 1) {
    for (const digit of '0123456789') slips.add(digits.slice(0, at) + digit + digits.slice(at + 1));
    slips.add(swapped(digits, at));
  }
  slips.delete(digits);
  return [...slips];
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}

/** Whether two name keys are likely one name with slips of the pen: more of them are forgiven in a longer name. */
export function isMisspelling(one: string, other: string): boolean {
  const forgiven = slipsForgiven(Math.max(one.length, other.length));
  return Math.abs(one.length - other.length) <= forgiven && editDistance(one, other) <= forgiven;
}

function slipsForgiven(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

/** Letters added, left out, replaced, or swapped with their neighbour (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = at(above, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const crossed = areCrossed(one, row, other, column) ? at(before, column - 2) + 1 : Infinity;
      current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, replaced, crossed));
    }
    before = above;
    above = current;
  }
  return at(above, other.length);
}

function areCrossed(one: string, row: number, other: string, column: number): boolean {
  return row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}

const at = (costs: readonly number[], column: number): number => costs[column] ?? Infinity;
