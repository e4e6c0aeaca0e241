'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { PasswordField } from '@/app/_ui/form/password-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { loginAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).signInInput;

export function LoginForm({ continueTo }: { continueTo: string }) {
  const form = useActionForm({ action: loginAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Login" pendingLabel="Checking…">
      <input type="hidden" name="continueTo" value={continueTo} />
      <CodeField
        {...form.field('username')}
        label="Username"
        hint="From your email, like CT-7K3M-9QXZ. Your email address works too once you have set your password."
        autoComplete="username"
      />
      <PasswordField
        {...form.field('password')}
        label="Password"
        hint="Your personal password. The first time, paste the temporary one from the email."
        autoComplete="current-password"
      />
    </ActionForm>
  );
}
