'use client';

import { useEffect } from 'react';
import { MailedCodeField } from '@/app/(account)/lost-email/code-fields';
import { fillInCodeOfLink } from '@/app/(account)/lost-email/fill-in-code';
import { ActionForm } from '@/app/_ui/form/action-form';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { startRecoveryAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).addressedCodeInput;

export function SecondAddressCodeForm() {
  const form = useActionForm({ action: startRecoveryAction, schema: loadSchema });
  useEffect(fillInCodeOfLink, []);
  return (
    <ActionForm form={form} submit="Continue" pendingLabel="Checking…">
      <EmailField {...form.field('email')} label="New email address" />
      <MailedCodeField {...form.field('code')} />
    </ActionForm>
  );
}
