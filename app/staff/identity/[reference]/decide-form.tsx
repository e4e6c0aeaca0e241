'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup, type Choice } from '@/app/_ui/form/choices';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { decideCaseAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/identity-model')).decideCaseInput;

type Props = { reference: string; choices: readonly Choice[]; needsNote: boolean; isRead: boolean; initialValues: FormValues | undefined };

export function DecideForm({ reference, choices, needsNote, isRead, initialValues }: Props) {
  const form = useActionForm({ action: decideCaseAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Record decision" pendingLabel="Recording…">
      <input type="hidden" name="reference" value={reference} />
      <RadioGroup {...form.field('decision')} label="Your decision" choices={choices} />
      {needsNote && (
        <TextAreaField
          {...form.field('note')}
          label="What you relied on"
          hint="For the file: what shows that it is them. The educator does not read it."
          optional
          rows={3}
          maxLength={1000}
        />
      )}
      <TextAreaField
        {...form.field('letter')}
        label={isRead ? 'What the educator reads' : 'Why you close it'}
        hint={isRead ? 'Needed to ask, to answer or to reject. It goes into the email word for word.' : 'It stays in the file.'}
        optional={isRead}
        rows={4}
        maxLength={1000}
      />
    </ActionForm>
  );
}
