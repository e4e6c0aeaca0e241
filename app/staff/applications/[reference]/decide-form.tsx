'use client';

import { ActionForm } from '@/app/_ui/form/action-form';
import { RadioGroup } from '@/app/_ui/form/choices';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import type { FormValues } from '@/lib/web/form-state';
import { decideAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/model')).decideInput;

const outcomes = [
  { value: 'approved', label: 'Approve', hint: 'What waited for approval falls due now.' },
  { value: 'denied', label: 'Deny', hint: 'The educator may ask for a review within 20 days.' },
];

type Props = { reference: string; openedFor: string; initialValues: FormValues | undefined };

export function DecideForm({ reference, openedFor, initialValues }: Props) {
  const form = useActionForm({ action: decideAction, schema: loadSchema, initialValues });
  return (
    <ActionForm form={form} submit="Record decision" pendingLabel="Recording…">
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="openedFor" value={openedFor} />
      <RadioGroup {...form.field('outcome')} label="Your decision" choices={outcomes} />
      <TextAreaField
        {...form.field('reason')}
        label="Why it is denied"
        hint="Needed only to deny. The educator reads it word for word."
        optional
        rows={4}
        maxLength={2000}
      />
    </ActionForm>
  );
}
