'use client';

import { RadioGroup } from '@/app/_ui/form/choices';
import { CodeField } from '@/app/_ui/form/code-field';
import type { FieldBinding } from '@/app/_ui/form/field';
import { TextField } from '@/app/_ui/form/text-field';

type Props = {
  readonly form: { readonly field: (name: 'revealReason' | 'otherReason' | 'code') => FieldBinding };
  readonly label: string;
  readonly reasons: Readonly<Record<string, string>>;
};

/** What is asked of whoever wants to see something whole. */
export function RevealFields({ form, label, reasons }: Props) {
  return (
    <>
      <RadioGroup
        {...form.field('revealReason')}
        label={label}
        hint="It is written down, and the person can read it."
        choices={Object.entries(reasons).map(([value, words]) => ({ value, label: words }))}
      />
      <TextField {...form.field('otherReason')} label="What else it is for" hint="Needed for “Something else”." optional autoComplete="off" maxLength={200} />
      <CodeField
        {...form.field('code')}
        label="Code of your authenticator app"
        hint="A new one each time"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        width="10"
      />
    </>
  );
}
