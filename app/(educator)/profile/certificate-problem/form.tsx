'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup, type Choice } from '@/app/_ui/form/choices';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { certificateProblemAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/request-model')).certificateProblemInput;

export function CertificateProblemForm({ choices, initialValues }: { choices: readonly Choice[]; initialValues: FormValues }) {
  const form = useActionForm({ action: certificateProblemAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Tell the Bureau">
      <RadioGroup {...form.field('certificate')} label="Which certificate is it about?" choices={choices} />
      <TextField
        {...form.field('about')}
        label="What you know of the missing one"
        hint="Its number, its type, or the year. For example: Professional, elementary, 2012."
        optional
        autoComplete="off"
      />
      <TextAreaField {...form.field('message')} label="What is wrong?" rows={4} maxLength={1000} />
    </ActionForm>
  );
}
