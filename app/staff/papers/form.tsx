'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { CodeField } from '@/app/_ui/form/code-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { receivePaperAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/requirement-model')).mailedPaperInput;

const ways = [
  { value: 'mail', label: 'By mail' },
  { value: 'email', label: 'By email' },
];

type Props = {
  readonly initialValues: FormValues;
  /** What became of the last paper; not shown above what is wrong with this one. */
  readonly children: ReactNode;
};

export function ReceiveForm({ initialValues, children }: Props) {
  const form = useActionForm({ action: receivePaperAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Record" pendingLabel="Recording…">
      {form.summary.length === 0 && form.refusal === undefined && children}
      <CodeField
        {...form.field('item')}
        label="Reference on the cover sheet"
        hint="Scan it, or type it. It starts with D."
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={20}
        autoFocus
      />
      <TextField {...form.field('receivedOn')} label="Date stamp" hint="Stays for the next paper" autoComplete="off" inputMode="numeric" maxLength={10} width="10" />
      <RadioGroup {...form.field('how')} label="How it came" choices={ways} />
    </ActionForm>
  );
}
