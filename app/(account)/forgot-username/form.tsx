'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { forgotUsernameAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).oneEmailInput;

export function ForgotUsernameForm() {
  const form = useActionForm({ action: forgotUsernameAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Email my username">
      <EmailField {...form.field('email')} label="Email Address" />
    </ActionForm>
  );
}
