'use client';

import { useEffect } from 'react';
import { MailedCodeField } from '@/app/(account)/lost-email/code-fields';
import { fillInCodeOfLink } from '@/app/(account)/lost-email/fill-in-code';
import { ActionForm } from '@/app/_ui/form/action-form';
import { EmailField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { objectToMoveAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).addressedCodeInput;

export function ObjectToMoveForm() {
  const form = useActionForm({ action: objectToMoveAction, schema: loadSchema });
  useEffect(fillInCodeOfLink, []);
  return (
    <ActionForm form={form} submit="This was not me" pendingLabel="Taking it back…">
      <EmailField {...form.field('email')} label="Email address" hint="The one that the message came to." />
      <MailedCodeField {...form.field('code')} />
    </ActionForm>
  );
}
