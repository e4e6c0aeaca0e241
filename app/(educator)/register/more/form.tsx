'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { CodeField } from '@/app/_ui/form/code-field';
import { NameField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { answerAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).answerInput;

const choices = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No, never' },
  { value: 'not_sure', label: 'I am not sure' },
];

export function AnswerForm({ initialValues }: { initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: answerAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Continue" pendingLabel="Looking once more…">
      <RadioGroup
        {...form.field('everHeld')}
        label="Have you ever held a Connecticut certificate, permit or EIN?"
        hint="Also long ago, under another name, or as a substitute or coach."
        choices={choices}
      />
      <NameField
        {...form.field('previousLastName')}
        label="A last name you had before"
        hint="At birth, or from a marriage."
        autoComplete="off"
        optional
      />
      <NameField {...form.field('previousFirstName')} label="A first name you had before" autoComplete="off" optional />
      <CodeField {...form.field('ein')} label="Your EIN, if you know it" hint="Digits only. It stands on letters and certificates." autoComplete="off" inputMode="numeric" optional />
      <CodeField
        {...form.field('certificateNumber')}
        label="The number of a certificate you hold"
        hint="Letters and digits, as printed on it."
        autoComplete="off"
        autoCapitalize="characters"
        optional
      />
    </ActionForm>
  );
}
