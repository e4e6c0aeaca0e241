'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CodeField } from '@/app/_ui/form/code-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { addCandidateAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/identity-model')).addCandidateInput;

export function AddRecordForm({ reference, initialValues }: { reference: string; initialValues: FormValues | undefined }) {
  const form = useActionForm({ action: addCandidateAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Add to the case" pendingLabel="Adding…">
      <input type="hidden" name="reference" value={reference} />
      <CodeField
        {...form.field('ein')}
        label="EIN of the record"
        hint="Never a Social Security number."
        autoComplete="off"
        inputMode="numeric"
        maxLength={12}
      />
    </ActionForm>
  );
}
