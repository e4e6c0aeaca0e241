'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { confirmLinkAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).sentCodeInput;

export function ConfirmForm() {
  const form = useActionForm({ action: confirmLinkAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Confirm" pendingLabel="Checking…">
      <CodeField
        {...form.field('code')}
        label="Code"
        hint="From the email or the letter. Capitals, spaces and hyphens do not matter."
        autoComplete="one-time-code"
        autoCapitalize="characters"
      />
    </ActionForm>
  );
}
