'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { confirmCodeAction } from './actions';

const loadSchema = async () => (await import('@/lib/accounts/model')).totpInput;

export function CodeForm() {
  const form = useActionForm({ action: confirmCodeAction, schema: loadSchema });
  return (
    <ActionForm form={form} submit="Continue">
      <CodeField
        {...form.field('code')}
        label="Six-digit code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
      />
    </ActionForm>
  );
}
