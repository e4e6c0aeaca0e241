import { Invariant } from './result';

/** A calendar day as "2026-01-31". Deadlines and validity are days in Connecticut; instants are Dates. */
export type Day = string & { readonly __brand: 'Day' };

export const connecticutTimeZone = 'America/New_York';

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day, or undefined where the text is not a date that exists. */
export function parseDay(text: string): Day | undefined {
  const parts = dayPattern.exec(text);
  if (!parts) return undefined;
  return makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function makeDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (![year, month, dayOfMonth].every(Number.isInteger) || year < 1 || year > 9999) return undefined;
  const at = utc(year, month, dayOfMonth);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== dayOfMonth) return undefined;
  return toDay(at);
}

/** For days written in code, data files we ship and rows of the database: throws where it is not a day. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`Not a calendar day: ${text}`);
  return parsed;
}

/** The calendar day it is in Connecticut at this instant. */
export function dayInConnecticut(at: Date): Day {
  return connecticutDay.format(at) as Day;
}
const connecticutDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: connecticutTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function addDays(start: Day, count: number): Day {
  const at = toUtc(start);
  at.setUTCDate(at.getUTCDate() + count);
  return toDay(at);
}

/** The same day of the month, or the last one of a shorter month: 31 August less six months is 28 (29) February. */
export function addMonths(start: Day, count: number): Day {
  const at = toUtc(start);
  const months = at.getUTCFullYear() * 12 + at.getUTCMonth() + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const lastOfMonth = utc(year, month + 1, 0).getUTCDate();
  return toDay(utc(year, month, Math.min(at.getUTCDate(), lastOfMonth)));
}

export function addYears(start: Day, count: number): Day {
  return addMonths(start, count * 12);
}

/** Whole years from one day to the other: an age. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / 86_400_000);
}

/** "30 June 2026" in the American order people here read: "June 30, 2026". */
export function formatDay(value: Day): string {
  return longDay.format(toUtc(value));
}
const longDay = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

/** "November 24, 2026 at 11:58 PM Eastern Time". */
export function formatInstant(at: Date): string {
  return `${instant.format(at)} Eastern Time`;
}
const instant = new Intl.DateTimeFormat('en-US', {
  timeZone: connecticutTimeZone,
  dateStyle: 'long',
  timeStyle: 'short',
});

function utc(year: number, month: number, dayOfMonth: number): Date {
  const at = new Date(Date.UTC(2000, month - 1, dayOfMonth));
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  return at;
}
function toUtc(value: Day): Date {
  return utc(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10)));
}
function toDay(at: Date): Day {
  // Outside these years the ISO text is longer, and cutting it would make another day of it.
  if (!(at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999)) throw new Invariant('A day outside the years 1 to 9999');
  return at.toISOString().slice(0, 10) as Day;
}
