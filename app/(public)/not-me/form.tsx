'use client';

import { useEffect } from 'react';
import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { notMeAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).sentCodeInput;

export function NotMeForm() {
  const form = useActionForm({ action: notMeAction, schema: loadSchema });
  useEffect(fillInCodeOfLink, []);
  return (
    <ActionForm form={form} submit="This was not me" pendingLabel="Ending the link…">
      <CodeField
        {...form.field('code')}
        label="Code from the message"
        hint="Spaces, hyphens and capitals do not matter."
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
        width="full"
      />
    </ActionForm>
  );
}

/** The part of the link behind its sign, which browsers keep to themselves. */
function fillInCodeOfLink(): void {
  const [input] = document.getElementsByName('code');
  if (input instanceof HTMLInputElement && input.value === '') input.value = window.location.hash.slice(1);
}
