'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { PasswordField } from '@/app/_ui/form/password-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { setPasswordAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).setPasswordInput;

export function SetPasswordForm() {
  const form = useActionForm({ action: setPasswordAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Set password" pendingLabel="Saving…">
      <PasswordField
        {...form.field('temporaryPassword')}
        label="Temporary (Old) Password"
        hint="Copy it from the email and paste it here."
        autoComplete="current-password"
      />
      <PasswordField
        {...form.field('newPassword')}
        label="New Password"
        hint="At least 15 characters. Three or four words in a row are easy to remember and hard to guess."
        autoComplete="new-password"
      />
      <PasswordField {...form.field('confirmPassword')} label="Confirm New Password" autoComplete="new-password" />
    </ActionForm>
  );
}
