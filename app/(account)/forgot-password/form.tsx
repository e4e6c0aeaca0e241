'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { forgotPasswordInput } from '@/lib/accounts/model';
import { forgotPasswordAction } from './actions';

export function ForgotPasswordForm() {
  const form = useActionForm({ action: forgotPasswordAction, schema: forgotPasswordInput });
  return (
    <ActionForm form={form} submit="Send me a new temporary password">
      <CodeField {...form.field('username')} label="Username or email address" autoComplete="username" />
    </ActionForm>
  );
}
