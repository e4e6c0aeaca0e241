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
