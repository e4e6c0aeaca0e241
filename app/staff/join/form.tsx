'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { PasswordField } from '@/app/_ui/form/password-field';
import { NameField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { joinAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).acceptInvitationInput;

export function JoinForm() {
  const form = useActionForm({ action: joinAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Join" pendingLabel="Setting up your account…">
      <CodeField
        {...form.field('code')}
        label="Invitation code"
        hint="Paste it. Spaces, hyphens and capitals do not matter."
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
        width="full"
      />
      <NameField {...form.field('firstName')} label="First Name" autoComplete="given-name" />
      <NameField {...form.field('lastName')} label="Last Name" autoComplete="family-name" />
      <PasswordField
        {...form.field('newPassword')}
        label="New Password"
        hint="At least 12 characters. Three or four words in a row are easy to remember and hard to guess."
        autoComplete="new-password"
      />
      <PasswordField {...form.field('confirmPassword')} label="Confirm New Password" autoComplete="new-password" />
    </ActionForm>
  );
}
