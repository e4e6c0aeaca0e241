'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { FoldedForm } from '@/app/_ui/form/folded-form';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { confirmEmailChangeAction, requestEmailChangeAction } from './actions';

const loadEmailSchema = async () => (await import('@/lib/accounts/model')).oneEmailInput;
const loadCodeSchema = async () => (await import('./code-input')).codeInput;

const send = { submit: 'Send the two codes', pendingLabel: 'Sending…' };

export function NewEmailForm({ initialValues }: { initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: requestEmailChangeAction, schema: loadEmailSchema, initialValues });
  return (
    <ActionForm form={form} {...send}>
      <EmailField {...form.field('email')} label="New email address" />
    </ActionForm>
  );
}

export function OtherEmailForm({ initialValues }: { initialValues: FormValues }) {
  const form = useActionForm({ action: requestEmailChangeAction, schema: loadEmailSchema, initialValues });
  return (
    <FoldedForm summary="Use another address, or send both codes again" form={form} {...send}>
      <p>Codes sent so far stop working then.</p>
      <EmailField {...form.field('email')} label="New email address" />
    </FoldedForm>
  );
}

export function CodeForm() {
  const form = useActionForm({ action: confirmEmailChangeAction, schema: loadCodeSchema });
  return (
    <ActionForm form={form} submit="Confirm" pendingLabel="Checking…">
      <CodeField
        {...form.field('code')}
        label="Code"
        hint="Paste either one first, then the other. Capitals, spaces and hyphens do not matter."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        maxLength={80}
      />
    </ActionForm>
  );
}
