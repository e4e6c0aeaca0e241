'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { forgotPasswordAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).forgotPasswordInput;

export function ForgotPasswordForm() {
  const form = useActionForm({ action: forgotPasswordAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Send me a new temporary password">
      <CodeField {...form.field('username')} label="Username or email address" autoComplete="username" />
    </ActionForm>
  );
}
