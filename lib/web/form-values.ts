import type { HeldValues } from '@/lib/accounts/held-forms';

/** The text fields of a posted form; a name posted several times becomes a list. Files and Next's own fields are left out. */
export function formValues(form: FormData): HeldValues {
  const values: HeldValues = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    const before = values[name];
    if (before === undefined) values[name] = value;
    else values[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}

/** Only what the form says may be shown again: never a password, an SSN or anything it did not name. */
export function keptValues(values: HeldValues, keep: readonly string[]): HeldValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => keep.includes(name)));
}
