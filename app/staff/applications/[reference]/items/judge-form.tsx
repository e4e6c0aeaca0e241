'use client';

import { FoldedForm } from '@/app/_ui/form/folded-form';
import { SelectField, type Option } from '@/app/_ui/form/select-field';
import { TextAreaField } from '@/app/_ui/form/text-area-field';
import { TextField } from '@/app/_ui/form/text-field';
import { useActionForm } from '@/app/_ui/form/use-action-form';
import { refusals } from '@/lib/applications/requirement-model';
import type { FormValues } from '@/lib/web/form-state';
import { judgeAction } from './actions';

const loadSchema = async () => (await import('@/lib/staff/requirement-model')).judgeInput;

const verdicts = [
  { value: 'accepted', label: 'Accept it' },
  { value: 'not_needed', label: 'It is not needed' },
  ...Object.entries(refusals).map(([value, sentence]) => ({ value, label: `Refuse: ${sentence}` })),
];

type Props = {
  readonly reference: string;
  readonly openedFor: string;
  /** What can be judged, the open ones first. */
  readonly items: readonly Option[];
  readonly held: FormValues | undefined;
};

export function JudgeForm({ reference, openedFor, items, held }: Props) {
  const form = useActionForm({ action: judgeAction, schema: loadSchema, initialValues: { requirement: items[0]?.value ?? '', ...held } });
  return (
    <FoldedForm summary="Accept or refuse an item" form={form} submit="Save">
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="openedFor" value={openedFor} />
      <SelectField {...form.field('requirement')} label="Item" options={items} />
      <SelectField {...form.field('verdict')} label="What you make of it" options={verdicts} />
      <TextField
        {...form.field('receivedOn')}
        label="Date stamp"
        hint="For what came by mail and is not entered yet."
        autoComplete="off"
        inputMode="numeric"
        maxLength={10}
        width="10"
        optional
      />
      <TextAreaField {...form.field('note')} label="Note to the applicant" optional maxLength={1000} />
    </FoldedForm>
  );
}
