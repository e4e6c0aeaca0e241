'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { CheckboxField } from '@/app/_ui/form/choices';
import { NameField, TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { affirmation } from '@/lib/applications/questions-model';
import type { FormValues } from '@/lib/web/form-state';
import { saveSignatureAction } from './actions';

const loadSchema = async () => (await import('@/lib/applications/answers-model')).signInput;

type Props = { reference: string; initialValues: FormValues; kind: string };

export function SignForm({ reference, initialValues, kind }: Props) {
  const form = useActionForm({ action: saveSignatureAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Save and continue">
      <input type="hidden" name="reference" value={reference} />
      {kind === 'duplicate' && (
        <TextField {...form.field('duplicateReason')} label="Why you need a duplicate" optional autoComplete="off" maxLength={200} />
      )}
      <p>{affirmation}</p>
      <CheckboxField {...form.field('affirmed')} label="I affirm this" />
      <NameField {...form.field('signature')} label="Your signature: type your first and last name" autoComplete="name" />
    </ActionForm>
  );
}
