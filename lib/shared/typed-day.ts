import * as z from 'zod/mini';
import { makeDay, parseDay, type Day } from './days';
import { leftEmpty } from './text';

/** A day as people here write it, 11/24/2026, or as machines do, 2026-11-24. */
function readDay(typed: string): Day | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  return parts ? makeDay(Number(parts[3]), Number(parts[1]), Number(parts[2])) : parseDay(typed.trim());
}

export const typedDay = (what: string) =>
  z.pipe(
    z.pipe(z.string(), z.transform(readDay)),
    z.custom<Day>((value) => typeof value === 'string', { error: `Enter ${what} like 11/24/2026.` }),
  );

export const optionalTypedDay = (what: string) => z.pipe(leftEmpty, z.optional(typedDay(what)));
