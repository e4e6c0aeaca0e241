'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { NameField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { requestCorrectionAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/request-model')).correctionInput;

const choices = [
  { value: 'first_name', label: 'First or middle name' },
  { value: 'last_name', label: 'Last name' },
  { value: 'birth_date', label: 'Date of birth', hint: 'We read the right one from your document. Do not type it here.' },
];

export function CorrectionForm({ initialValues }: { initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: requestCorrectionAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Ask for the correction">
      <RadioGroup {...form.field('wrong')} label="What is wrong?" choices={choices} />
      <NameField {...form.field('right')} label="How the name should read" hint="Leave it empty for a date of birth." optional autoComplete="off" />
      <TextAreaField {...form.field('message')} label="What should we know?" optional rows={3} maxLength={1000} />
    </ActionForm>
  );
}
