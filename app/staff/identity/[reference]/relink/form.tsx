'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { relinkAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/identity-model')).relinkInput;

export function RelinkForm({ reference, initialValues }: { reference: string; initialValues: FormValues }) {
  const form = useActionForm({ action: relinkAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Propose" pendingLabel="Recording…">
      <input type="hidden" name="reference" value={reference} />
      <CodeField {...form.field('ein')} label="EIN of the record that is theirs" autoComplete="off" inputMode="numeric" maxLength={12} />
      <TextAreaField {...form.field('reason')} label="What shows that the record is theirs" hint="The second person reads it. It stays in the file." rows={4} maxLength={1000} />
    </ActionForm>
  );
}
