'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { BirthDateField } from '@/app/_ui/form/birth-date-field';
import { NameField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { changeLastNameAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/contact-model')).lastNameInput;

export function LastNameForm({ initialValues }: { initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: changeLastNameAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Change my last name" pendingLabel="Saving…">
      <NameField {...form.field('lastName')} label="New last name" hint="As it should stand on your certificates." autoComplete="family-name" />
      <BirthDateField
        name="birthDate"
        error={form.error('birthDate')}
        month={form.field('birthDateMonth')}
        day={form.field('birthDateDay')}
        year={form.field('birthDateYear')}
        hint="To be sure that it is you. For example: 4 28 1986"
      />
    </ActionForm>
  );
}
