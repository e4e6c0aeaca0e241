'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { BirthDateField } from '@/app/_ui/form/birth-date-field';
import { SsnField } from '@/app/_ui/form/ssn-field';
import { EmailField, NameField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { registerAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).registerInput;

export function RegisterForm({ initialValues }: { initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: registerAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Register" pendingLabel="Looking for your record…">
      <SsnField {...form.field('ssn')} label="Social Security Number" />
      <NameField {...form.field('firstName')} label="First Name" autoComplete="given-name" />
      <NameField
        {...form.field('lastName')}
        label="Last Name"
        hint="If you have changed your name, use the one you have now."
        autoComplete="family-name"
      />
      <BirthDateField
        name="birthDate"
        error={form.error('birthDate')}
        month={form.field('birthDateMonth')}
        day={form.field('birthDateDay')}
        year={form.field('birthDateYear')}
        label="Date of Birth"
      />
      <EmailField {...form.field('email')} label="Email Address" />
    </ActionForm>
  );
}
