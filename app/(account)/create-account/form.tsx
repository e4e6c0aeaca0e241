'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { EmailField, NameField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { createAccountAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).createAccountInput;

export function CreateAccountForm() {
  const form = useActionForm({ action: createAccountAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Submit" pendingLabel="Creating your account…">
      <NameField {...form.field('lastName')} label="Last Name" autoComplete="family-name" />
      <NameField {...form.field('firstName')} label="First Name" autoComplete="given-name" />
      <EmailField {...form.field('email')} label="Email Address" hint="Your username and temporary password are sent here." />
      <EmailField {...form.field('verifyEmail')} label="Verify Email Address" />
    </ActionForm>
  );
}
