'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { PasswordField } from '@/app/_ui/form/password-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { changePasswordAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).changePasswordInput;

export function PasswordForm() {
  const form = useActionForm({ action: changePasswordAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Change password" pendingLabel="Saving…">
      <PasswordField {...form.field('currentPassword')} label="Present password" autoComplete="current-password" />
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
