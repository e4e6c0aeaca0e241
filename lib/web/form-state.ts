/** What a form gets back. `values` holds only what the form named as safe to show again: never a password or an SSN. */
export type FormState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'invalid';
      readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
      readonly values: FormValues;
    }
  | { readonly status: 'refused'; readonly message: string; readonly values: FormValues };

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export const idle: FormState = { status: 'idle' };

/** The text fields of a posted form; a name posted several times becomes a list. Files and Next's own fields are left out. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    const before = values[name];
    if (before === undefined) values[name] = value;
    else values[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}
