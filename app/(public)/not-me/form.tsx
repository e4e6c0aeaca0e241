'use client';

import { useSyncExternalStore } from 'react';
import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { notMeAction } from './actions';

const loadSchema = async () => (await import('@/lib/identity/model')).disavowalInput;

export function NotMeForm() {
  const form = useActionForm({ action: notMeAction, schema: loadSchema });
  const code = useCodeOfLink();
  return (
    <ActionForm form={form} submit="This was not me" pendingLabel="Ending the link…">
      <CodeField
        key={code}
        {...form.field('code')}
        defaultValue={code}
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

/** The part of the link behind its sign, which browsers do not send. */
function useCodeOfLink(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash.slice(1),
    () => '',
  );
}
