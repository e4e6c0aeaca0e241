'use client';

import { useEffect } from 'react';
import { MailedCodeField } from '@/app/(account)/lost-email/code-fields';
import { fillInCodeOfLink } from '@/app/(account)/lost-email/fill-in-code';
import { ActionForm } from '@/app/_ui/form/action-form';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { finishRecoveryAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).sentCodeInput;

export function NewAddressCodeForm() {
  const form = useActionForm({ action: finishRecoveryAction, schema: loadSchema });
  useEffect(fillInCodeOfLink, []);
  return (
    <ActionForm form={form} submit="Move my account" pendingLabel="Checking…">
      <MailedCodeField {...form.field('code')} />
    </ActionForm>
  );
}
