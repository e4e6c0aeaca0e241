'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { oneEmailInput } from '@/lib/accounts/model';
import { forgotUsernameAction } from './actions';

export function ForgotUsernameForm() {
  const form = useActionForm({ action: forgotUsernameAction, schema: oneEmailInput });
  return (
    <ActionForm form={form} submit="Email my username">
      <EmailField {...form.field('email')} label="Email Address" />
    </ActionForm>
  );
}
