'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { PasswordField } from '@/app/_ui/form/password-field';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { addSecondAddressAction, confirmSecondAddressAction } from './actions';

const loadAddressSchema = async () => (await import('@/lib/accounts/model')).recoveryAddressInput;
const loadCodeSchema = async () => (await import('@/lib/identity/model')).sentCodeInput;

export function SecondAddressForm({ initialValues }: { initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: addSecondAddressAction, schema: loadAddressSchema, initialValues });
  return (
    <ActionForm form={form} submit="Send the code" pendingLabel="Sending…">
      <EmailField {...form.field('email')} label="Second email address" />
      <PasswordField {...form.field('currentPassword')} label="Present password" autoComplete="current-password" />
    </ActionForm>
  );
}

export function SecondAddressCodeForm() {
  const form = useActionForm({ action: confirmSecondAddressAction, schema: loadCodeSchema });
  return (
    <ActionForm form={form} submit="Confirm" pendingLabel="Checking…">
      <CodeField
        {...form.field('code')}
        label="Code"
        hint="Capitals, spaces and hyphens do not matter."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        maxLength={60}
      />
    </ActionForm>
  );
}
